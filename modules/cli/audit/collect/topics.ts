import {
  GetTopicAttributesCommand,
  paginateListSubscriptionsByTopic,
  SNSClient,
  type Subscription,
} from "@aws-sdk/client-sns";
import { CHAT_ENDPOINT } from "../../../aws";
import type { TargetSubscription, TargetTopic } from "../../../fleet";
import { answered, everyItem, type Session, secretText, secretVariable, unlessMissing } from "../../aws";
import type { SeenSubscription, SeenTopic } from "../seen";

/**
 * A topic with those who listen to it.
 *
 * @param env has the values of secret endpoints, under `TF_VAR_<name>` as for Terraform; they are compared and dropped.
 */
export async function seeTopic(session: Session, topic: TargetTopic, env: NodeJS.ProcessEnv): Promise<SeenTopic> {
  const { client, signal } = session;
  const TopicArn = topic.arn;
  const [attributes, subscriptions] = await Promise.all([
    seeAttributes(session, TopicArn),
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

/** The attributes of a topic; undefined where there is none. */
export const seeAttributes = ({ ask, signal }: Session, TopicArn: string): Promise<SeenTopic["attributes"]> =>
  answered(signal, async () => {
    const found = await unlessMissing(ask(SNSClient, new GetTopicAttributesCommand({ TopicArn })));
    return found && (found.Attributes ?? {});
  });

const seenSubscription = (
  { Protocol: protocol = "", Endpoint: endpoint = "", SubscriptionArn: arn = "" }: Subscription,
  wanted: readonly TargetSubscription[],
  env: NodeJS.ProcessEnv,
): SeenSubscription => ({
  protocol,
  chat: protocol === "https" && endpoint === CHAT_ENDPOINT,
  confirmed: arn.startsWith("arn:"),
  address: wanted.find((one) => one.protocol === protocol && secretText(one.endpoint, env) === endpoint)?.address,
});

function unsetOf({ endpoint }: TargetSubscription, env: NodeJS.ProcessEnv): string[] {
  return typeof endpoint === "string" || secretText(endpoint, env) ? [] : [secretVariable(endpoint)];
}
