import {
  DescribeKeyCommand,
  type KeyListEntry,
  KMSClient,
  ListResourceTagsCommand,
  paginateListKeys,
} from "@aws-sdk/client-kms";
import { paginateListSubscriptionsByTopic, SNSClient } from "@aws-sdk/client-sns";
import { ListQueuesCommand, SQSClient } from "@aws-sdk/client-sqs";
import pMap from "p-map";
import { DRILL_KEY_SPEC, DRILL_TAG } from "../../names";
import { faultOf, type Session } from "../aws";
import { everyItem } from "../aws/answer";
import type { Leftover } from "./result";
import type { Ground } from "./step";
import { scheduleDeletion } from "./steps/key";
import { deleteQueue } from "./steps/queue";
import { unsubscribe } from "./steps/subscription";

/** The IAM actions that the look for leftovers needs; without them a drill goes on, and says so. */
export const LEFTOVER_CALLS = {
  own: ["kms:ListKeys", "kms:ListResourceTags", "kms:DescribeKey"],
  beside: ["sqs:ListQueues", "sns:ListSubscriptionsByTopic"],
} as const;

/** KMS answers some ten such questions a second. */
const KEYS_AT_A_TIME = 4;

/**
 * Looks for what an interrupted drill left: queues and subscriptions by their names, keys by their tag. Tells what could not
 * be looked for.
 */
export async function lookForLeftovers(ground: Ground): Promise<Leftover[]> {
  const { plan, stop, tell } = ground;
  const looks = [
    ["keys", keysOf],
    ...(plan.listener
      ? ([
          ["queues", queuesOf],
          ["subscriptions", subscriptionsOf],
        ] as const)
      : []),
  ] as const;
  const found = await Promise.all(
    looks.map(async ([what, look]): Promise<Leftover[]> => {
      try {
        return await look(ground);
      } catch (error) {
        tell(`Not looked for what an earlier drill may have left: ${what}: ${faultOf(error, stop).message}`);
        return [];
      }
    }),
  );
  return found.flat();
}

async function queuesOf({ beside, plan: { queuePrefix } }: Ground): Promise<Leftover[]> {
  const { QueueUrls = [] } = await beside.ask(SQSClient, new ListQueuesCommand({ QueueNamePrefix: queuePrefix }));
  return QueueUrls.map((url) => ({ what: `queue ${url.split("/").at(-1)}`, byHand: deleteQueue(beside.region, url) }));
}

async function subscriptionsOf({ beside, plan: { topic, queuePrefix } }: Ground): Promise<Leftover[]> {
  const { client, region, signal } = beside;
  const pages = paginateListSubscriptionsByTopic(
    { client: client(SNSClient) },
    { TopicArn: topic.arn },
    { abortSignal: signal },
  );
  const subscriptions = await everyItem(pages, ({ Subscriptions }) => Subscriptions);
  return subscriptions
    .filter(({ Endpoint }) => Endpoint?.includes(`:${queuePrefix}`))
    .map(({ SubscriptionArn: arn = "" }) => ({ what: `subscription ${arn}`, byHand: unsubscribe(region, arn) }));
}

async function keysOf({ own, stop }: Ground): Promise<Leftover[]> {
  const pages = paginateListKeys({ client: own.client(KMSClient) }, {}, { abortSignal: own.signal });
  const keys = await everyItem(pages, ({ Keys }) => Keys);
  const ask = ({ KeyId = "" }: KeyListEntry) => {
    stop.throwIfAborted();
    return leftKey(own, KeyId);
  };
  return (await pMap(keys, ask, { concurrency: KEYS_AT_A_TIME })).flat();
}

/**
 * A key of a drill that does not wait for its deletion. One whose tags may not be read is no drill's, and none that has the
 * tag and another spec: the command that is told for it would end what somebody uses.
 */
async function leftKey({ ask, region }: Session, KeyId: string): Promise<Leftover[]> {
  const tags = await ask(KMSClient, new ListResourceTagsCommand({ KeyId })).catch(() => ({ Tags: [] }));
  if (!tags.Tags?.some(({ TagKey, TagValue }) => TagKey === DRILL_TAG.key && TagValue === DRILL_TAG.value)) return [];
  const { KeyMetadata } = await ask(KMSClient, new DescribeKeyCommand({ KeyId }));
  return KeyMetadata?.KeyState === "PendingDeletion" || KeyMetadata?.KeySpec !== DRILL_KEY_SPEC
    ? []
    : [{ what: `key ${KeyId}`, byHand: scheduleDeletion(region, KeyId) }];
}
