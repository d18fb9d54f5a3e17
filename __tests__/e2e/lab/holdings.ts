import {
  ListTagsForResourceCommand as ListAlarmTags,
  type MetricAlarm,
  paginateDescribeAlarms,
} from "@aws-sdk/client-cloudwatch";
import {
  ListTagsForResourceCommand as ListLogGroupTags,
  type LogGroup,
  type MetricFilter,
  paginateDescribeLogGroups,
  paginateDescribeMetricFilters,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListTagsForResourceCommand as ListTopicTags,
  paginateListSubscriptions,
  paginateListTopics,
} from "@aws-sdk/client-sns";
import type { Account } from "./accounts";

/** What SNS says of a topic or a subscription. */
export type Attributes = Readonly<Record<string, string>>;

/** All of an account and region that Keywatch may make, or may have to leave alone. */
export interface Holdings {
  readonly logGroups: readonly LogGroup[];
  readonly metricFilters: readonly MetricFilter[];
  readonly alarms: readonly MetricAlarm[];
  readonly topics: readonly Attributes[];
  readonly subscriptions: readonly Attributes[];
}

/** Reads all that an account and region hold. */
export async function readHoldings(account: Account): Promise<Holdings> {
  const [logGroups, metricFilters, alarms, topics, subscriptions] = await Promise.all([
    readLogGroups(account),
    readMetricFilters(account),
    readAlarms(account),
    readTopics(account),
    readSubscriptions(account),
  ]);
  return { logGroups, metricFilters, alarms, topics, subscriptions };
}

/** The log groups. */
export function readLogGroups({ logs }: Account): Promise<readonly LogGroup[]> {
  return collect(paginateDescribeLogGroups({ client: logs }, {}), (page) => page.logGroups);
}

/** The metric filters of all log groups. */
export function readMetricFilters({ logs }: Account): Promise<readonly MetricFilter[]> {
  return collect(paginateDescribeMetricFilters({ client: logs }, {}), (page) => page.metricFilters);
}

/** The metric alarms. */
export function readAlarms({ cloudwatch }: Account): Promise<readonly MetricAlarm[]> {
  return collect(paginateDescribeAlarms({ client: cloudwatch }, {}), (page) => page.MetricAlarms);
}

/** The topics, each with its attributes. */
export async function readTopics({ sns }: Account): Promise<readonly Attributes[]> {
  const topics = await collect(paginateListTopics({ client: sns }, {}), (page) => page.Topics);
  return Promise.all(
    topics.map(async ({ TopicArn }) => {
      const { Attributes = {} } = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
      return Attributes;
    }),
  );
}

/** The subscriptions, each with its attributes; one that waits for confirmation has only those of the list. */
export async function readSubscriptions({ sns }: Account): Promise<readonly Attributes[]> {
  const subscriptions = await collect(paginateListSubscriptions({ client: sns }, {}), (page) => page.Subscriptions);
  return Promise.all(
    subscriptions.map(async (listed) => {
      const { SubscriptionArn } = listed;
      if (!SubscriptionArn?.startsWith("arn:")) return { ...listed };
      const { Attributes } = await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }));
      return { ...listed, ...Attributes };
    }),
  );
}

/** The tags of an alarm, a log group or a topic. */
export async function readTags(account: Account, arn: string): Promise<Attributes> {
  const service = arn.split(":")[2];
  if (service === "logs") {
    const { tags } = await account.logs.send(new ListLogGroupTags({ resourceArn: arn.replace(/:\*$/, "") }));
    return { ...tags };
  }
  const { Tags = [] } =
    service === "sns"
      ? await account.sns.send(new ListTopicTags({ ResourceArn: arn }))
      : await account.cloudwatch.send(new ListAlarmTags({ ResourceARN: arn }));
  return Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value]));
}

async function collect<Page, Item>(
  pages: AsyncIterable<Page>,
  items: (page: Page) => readonly Item[] | undefined,
): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const page of pages) all.push(...(items(page) ?? []));
  return all;
}
