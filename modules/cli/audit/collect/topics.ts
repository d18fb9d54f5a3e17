import {
  GetTopicAttributesCommand,
  paginateListSubscriptionsByTopic,
  SNSClient,
  type Subscription,
} from "@aws-sdk/client-sns";
import type { TargetSubscription, TargetTopic } from "../../../fleet";
import type { Session } from "../../aws";
import type { SeenSubscription, SeenTopic } from "../seen";
import { answered, everyItem, unlessMissing } from "./answer";

/**
 * A topic with those who listen to it.
 *
 * @param env has the values of secret endpoints, under `TF_VAR_<name>` as for Terraform; they are compared and dropped.
 */
export async function seeTopic(session: Session, topic: TargetTopic, env: NodeJS.ProcessEnv): Promise<SeenTopic> {
  const { ask, client, signal } = session;
  const TopicArn = topic.arn;
  const [attributes, subscriptions] = await Promise.all([
    answered(signal, async () => {
      const found = await unlessMissing(ask(SNSClient, new GetTopicAttributesCommand({ TopicArn })));
      return found && (found.Attributes ?? {});
    }),
    answered(signal, async () => {
      const pages = paginateListSubscriptionsByTopic(
        { client: client(SNSClient) },
        { TopicArn },
        { abortSignal: signal },
      );
      const listed = (await unlessMissing(everyItem(pages, ({ Subscriptions }) => Subscriptions))) ?? [];
      return listed.map((listening) => seenSubscription(listening, topic.subscriptions, env));
    }),
  ]);
  return { attributes, subscriptions, unset: topic.subscriptions.flatMap((wanted) => unsetOf(wanted, env)) };
}

const seenSubscription = (
  { Protocol: protocol = "", Endpoint: endpoint = "", SubscriptionArn: arn = "" }: Subscription,
  wanted: readonly TargetSubscription[],
  env: NodeJS.ProcessEnv,
): SeenSubscription => ({
  protocol,
  confirmed: arn.startsWith("arn:"),
  address: wanted.find((one) => one.protocol === protocol && endpointOf(one, env) === endpoint)?.address,
});

const endpointOf = ({ endpoint }: TargetSubscription, env: NodeJS.ProcessEnv): string | undefined =>
  typeof endpoint === "string" ? endpoint : env[`TF_VAR_${endpoint.fromEnv}`];

function unsetOf({ endpoint }: TargetSubscription, env: NodeJS.ProcessEnv): string[] {
  if (typeof endpoint === "string") return [];
  const name = `TF_VAR_${endpoint.fromEnv}`;
  return env[name] ? [] : [name];
}
