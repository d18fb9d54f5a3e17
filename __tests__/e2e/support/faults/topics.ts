import {
  CreateTopicCommand,
  DeleteTopicCommand,
  SetTopicAttributesCommand,
  SubscribeCommand,
  UnsubscribeCommand,
} from "@aws-sdk/client-sns";
import { CHAT_ENDPOINT } from "../../../../modules/aws";
import type { Account } from "../../lab/accounts";
import { type Attributes, readSubscriptions, readTopics } from "../../lab/holdings";
import { edited, type Fault, type Statement, without } from "./fault";

export const onlyTopic = async (account: Account): Promise<Attributes> => (await readTopics(account))[0] ?? {};

const setTopic = (
  { sns }: Account,
  { TopicArn }: Attributes,
  AttributeName: string,
  AttributeValue: string | undefined,
) => sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName, AttributeValue }));

const topicWith =
  (name: string, value: (attributes: Attributes) => string): Fault =>
  async (account) => {
    const topic = await onlyTopic(account);
    await setTopic(account, topic, name, value(topic));
    return () => setTopic(account, topic, name, topic[name]);
  };

const fromAccounts = (change: (accounts: string[]) => string[]) => (statements: readonly Statement[]) =>
  statements.map((statement) => {
    const accounts = statement.Condition?.StringEquals?.["aws:SourceAccount"];
    if (accounts === undefined) return statement;
    return {
      ...statement,
      Condition: {
        ...statement.Condition,
        StringEquals: { "aws:SourceAccount": change([accounts].flat() as string[]) },
      },
    };
  });

const subscribeAgain = ({ sns }: Account, { TopicArn, Protocol, Endpoint }: Attributes) =>
  sns.send(new SubscribeCommand({ TopicArn, Protocol, Endpoint }));

/** An HTTPS endpoint in place of whatever it was: the emulator confirms all others at once. */
const pending =
  (Endpoint: string): Fault =>
  async (account) => {
    const { TopicArn } = await onlyTopic(account);
    const request = { TopicArn, Protocol: "https", Endpoint, ReturnSubscriptionArn: true };
    const { SubscriptionArn } = await account.sns.send(new SubscribeCommand(request));
    return () => account.sns.send(new UnsubscribeCommand({ SubscriptionArn }));
  };

export const topicFaults = {
  deleted: (async (account) => {
    const [topic, subscriptions] = [await onlyTopic(account), await readSubscriptions(account)];
    await account.sns.send(new DeleteTopicCommand({ TopicArn: topic.TopicArn }));
    return async () => {
      await account.sns.send(new CreateTopicCommand({ Name: topic.TopicArn?.split(":").at(-1) }));
      for (const name of ["Policy", "KmsMasterKeyId"]) await setTopic(account, topic, name, topic[name]);
      for (const subscription of subscriptions) await subscribeAgain(account, subscription);
    };
  }) as Fault,
  closed: topicWith("Policy", ({ Policy }) => edited(Policy, without("AlarmsPublish"))),
  memberShutOut: topicWith("Policy", ({ Policy }) =>
    edited(
      Policy,
      fromAccounts((all) => all.slice(1)),
    ),
  ),
  strangerLetIn: topicWith("Policy", ({ Policy }) =>
    edited(
      Policy,
      fromAccounts((all) => [...all, "666666666666"]),
    ),
  ),
  plainHttp: topicWith("Policy", ({ Policy }) => edited(Policy, without("OnlyTls"))),
  keyOfAws: topicWith("KmsMasterKeyId", () => "alias/aws/sns"),
  unencrypted: topicWith("KmsMasterKeyId", () => ""),
  unheard: (async (account) => {
    const subscriptions = await readSubscriptions(account);
    for (const { SubscriptionArn } of subscriptions)
      await account.sns.send(new UnsubscribeCommand({ SubscriptionArn }));
    return async () => {
      for (const subscription of subscriptions) await subscribeAgain(account, subscription);
    };
  }) as Fault,
  oneUnsubscribed: (async (account) => {
    const subscription = (await readSubscriptions(account)).find(({ Protocol }) => Protocol === "email") ?? {};
    await account.sns.send(new UnsubscribeCommand({ SubscriptionArn: subscription.SubscriptionArn }));
    return () => subscribeAgain(account, subscription);
  }) as Fault,
  pending: pending("https://alerts.acme.example/pending"),
  chatPending: pending(CHAT_ENDPOINT),
};
