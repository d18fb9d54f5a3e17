import {
  PutEventSelectorsCommand,
  StartLoggingCommand,
  StopLoggingCommand,
  UpdateTrailCommand,
} from "@aws-sdk/client-cloudtrail";
import {
  DeleteAlarmsCommand,
  DisableAlarmActionsCommand,
  EnableAlarmActionsCommand,
  type MetricAlarm,
  PutMetricAlarmCommand,
} from "@aws-sdk/client-cloudwatch";
import {
  DeleteLogGroupCommand,
  DeleteMetricFilterCommand,
  type MetricFilter,
  PutMetricFilterCommand,
  PutRetentionPolicyCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  DisableRuleCommand,
  EnableRuleCommand,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
} from "@aws-sdk/client-eventbridge";
import {
  CancelKeyDeletionCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  GetKeyPolicyCommand,
  PutKeyPolicyCommand,
  ScheduleKeyDeletionCommand,
} from "@aws-sdk/client-kms";
import { DeleteObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import {
  CreateTopicCommand,
  DeleteTopicCommand,
  SetTopicAttributesCommand,
  SubscribeCommand,
  UnsubscribeCommand,
} from "@aws-sdk/client-sns";
import type { Account } from "../lab/accounts";
import {
  type Attributes,
  readAlarms,
  readLogGroups,
  readMetricFilters,
  readSubscriptions,
  readTopics,
} from "../lab/holdings";
import { bucket, logGroup } from "./fleet";
import { arnOfLogGroup, createTrailLogGroup, deliverAt, selectAll, trailName } from "./trail";

/** Takes back what was done. */
type Undo = () => Promise<unknown>;

/** Something that goes wrong in an account. */
export type Fault = (account: Account) => Promise<Undo>;

const DAY = 24 * 60 * 60_000;

const trailWith =
  (broken: object, whole: object): Fault =>
  async ({ cloudtrail }) => {
    await cloudtrail.send(new UpdateTrailCommand({ Name: trailName, ...broken }));
    return () => cloudtrail.send(new UpdateTrailCommand({ Name: trailName, ...whole }));
  };

const selectorsWith =
  (selectors: Omit<ConstructorParameters<typeof PutEventSelectorsCommand>[0], "TrailName">): Fault =>
  async (account) => {
    await account.cloudtrail.send(new PutEventSelectorsCommand({ TrailName: trailName, ...selectors }));
    return () => selectAll(account);
  };

const management = { Field: "eventCategory", Equals: ["Management"] };

export const trailFaults = {
  otherLogGroup: ((account) =>
    trailWith(
      { CloudWatchLogsLogGroupArn: `${arnOfLogGroup(account, "elsewhere")}:*` },
      { CloudWatchLogsLogGroupArn: `${arnOfLogGroup(account, logGroup)}:*` },
    )(account)) as Fault,
  oneRegion: trailWith({ IsMultiRegionTrail: false }, { IsMultiRegionTrail: true }),
  unvalidated: trailWith({ EnableLogFileValidation: false }, { EnableLogFileValidation: true }),
  stopped: (async ({ cloudtrail }) => {
    await cloudtrail.send(new StopLoggingCommand({ Name: trailName }));
    return () => cloudtrail.send(new StartLoggingCommand({ Name: trailName }));
  }) as Fault,
  readOnly: selectorsWith({ EventSelectors: [{ ReadWriteType: "ReadOnly", IncludeManagementEvents: true }] }),
  withoutManagement: selectorsWith({ EventSelectors: [{ ReadWriteType: "All", IncludeManagementEvents: false }] }),
  kmsExcluded: selectorsWith({
    EventSelectors: [
      { ReadWriteType: "All", IncludeManagementEvents: true, ExcludeManagementEventSources: ["kms.amazonaws.com"] },
    ],
  }),
  advanced: selectorsWith({ AdvancedEventSelectors: [{ FieldSelectors: [management] }] }),
  kmsExcludedAdvanced: selectorsWith({
    AdvancedEventSelectors: [
      { FieldSelectors: [management, { Field: "eventSource", NotEquals: ["kms.amazonaws.com"] }] },
    ],
  }),
  silent: (async (account) => {
    await deliverAt(account, logGroup, Date.now() - 2 * DAY);
    return () => deliverAt(account, logGroup, Date.now());
  }) as Fault,
};

export const logGroupFaults = {
  deleted: (async (account) => {
    const [filter] = await readMetricFilters(account);
    const group = (await readLogGroups(account)).find(({ logGroupName }) => logGroupName === logGroup);
    await account.logs.send(new DeleteLogGroupCommand({ logGroupName: logGroup }));
    return async () => {
      await createTrailLogGroup(account, logGroup, group?.kmsKeyId);
      await putFilter(account, filter, {});
    };
  }) as Fault,
  shortLived: (async ({ logs }) => {
    await logs.send(new PutRetentionPolicyCommand({ logGroupName: logGroup, retentionInDays: 30 }));
    return () => logs.send(new PutRetentionPolicyCommand({ logGroupName: logGroup, retentionInDays: 365 }));
  }) as Fault,
  keyDisabled: (async (account) => {
    const group = (await readLogGroups(account)).find(({ logGroupName }) => logGroupName === logGroup);
    return disableKey(account, group?.kmsKeyId);
  }) as Fault,
};

const putFilter = ({ logs }: Account, filter: MetricFilter | undefined, changes: Partial<MetricFilter>) =>
  logs.send(
    new PutMetricFilterCommand({
      logGroupName: filter?.logGroupName,
      filterName: filter?.filterName,
      filterPattern: filter?.filterPattern,
      metricTransformations: filter?.metricTransformations,
      ...changes,
    }),
  );

const filterWith =
  (change: (filter: MetricFilter) => Partial<MetricFilter>): Fault =>
  async (account) => {
    const [filter = {}] = await readMetricFilters(account);
    await putFilter(account, filter, change(filter));
    return () => putFilter(account, filter, {});
  };

export const filterFaults = {
  deleted: (async (account) => {
    const [filter] = await readMetricFilters(account);
    await account.logs.send(new DeleteMetricFilterCommand({ logGroupName: logGroup, filterName: filter?.filterName }));
    return () => putFilter(account, filter, {});
  }) as Fault,
  narrowed: filterWith(() => ({ filterPattern: "{($.eventSource = kms.amazonaws.com) && ($.eventName=DisableKey)}" })),
  respelled: filterWith(() => ({
    filterPattern:
      "{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }",
  })),
  otherMetric: filterWith(({ metricTransformations: [metric] = [] }) => ({
    metricTransformations: [{ metricName: "other", metricNamespace: metric?.metricNamespace, metricValue: "1" }],
  })),
  counts0: filterWith(({ metricTransformations: [metric] = [] }) => ({
    metricTransformations: [
      { metricName: metric?.metricName, metricNamespace: metric?.metricNamespace, metricValue: "0" },
    ],
  })),
};

const putAlarm = ({ cloudwatch }: Account, alarm: MetricAlarm, changes: Partial<MetricAlarm> = {}) => {
  const { AlarmArn: _a, StateValue: _s, ...settings } = { ...alarm, ...changes };
  return cloudwatch.send(new PutMetricAlarmCommand(settings as ConstructorParameters<typeof PutMetricAlarmCommand>[0]));
};

const alarmWith =
  (changes: Partial<MetricAlarm>): Fault =>
  async (account) => {
    const [alarm = {}] = await readAlarms(account);
    await putAlarm(account, alarm, changes);
    return () => putAlarm(account, alarm);
  };

export const alarmFaults = {
  deleted: (async (account) => {
    const [alarm = {}] = await readAlarms(account);
    await account.cloudwatch.send(new DeleteAlarmsCommand({ AlarmNames: [alarm.AlarmName ?? ""] }));
    return () => putAlarm(account, alarm);
  }) as Fault,
  otherMetric: alarmWith({ MetricName: "other" }),
  dimension: alarmWith({ Dimensions: [{ Name: "Region", Value: "eu-west-1" }] }),
  threshold: alarmWith({ Threshold: 5 }),
  missingData: alarmWith({ TreatMissingData: "ignore", Period: 3600 }),
  otherTopic: alarmWith({ AlarmActions: ["arn:aws:sns:eu-west-1:111111111111:other"] }),
  muted: (async ({ cloudwatch, ...account }) => {
    const [alarm] = await readAlarms({ cloudwatch, ...account });
    const AlarmNames = [alarm?.AlarmName ?? ""];
    await cloudwatch.send(new DisableAlarmActionsCommand({ AlarmNames }));
    return () => cloudwatch.send(new EnableAlarmActionsCommand({ AlarmNames }));
  }) as Fault,
};

const onlyTopic = async (account: Account): Promise<Attributes> => (await readTopics(account))[0] ?? {};

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

interface Statement {
  readonly Sid: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const edited = (
  policy: string | undefined,
  edit: (statements: readonly Statement[]) => readonly Statement[],
): string => {
  const document = JSON.parse(policy ?? "{}");
  return JSON.stringify({ ...document, Statement: edit(document.Statement) });
};

const without = (sid: string) => (statements: readonly Statement[]) => statements.filter(({ Sid }) => Sid !== sid);

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
  /** An HTTPS endpoint in place of whatever it was: the emulator confirms all others at once. */
  pending: (async (account) => {
    const { TopicArn } = await onlyTopic(account);
    const request = {
      TopicArn,
      Protocol: "https",
      Endpoint: "https://alerts.acme.example/pending",
      ReturnSubscriptionArn: true,
    };
    const { SubscriptionArn } = await account.sns.send(new SubscribeCommand(request));
    return () => account.sns.send(new UnsubscribeCommand({ SubscriptionArn }));
  }) as Fault,
};

async function disableKey({ kms }: Account, KeyId: string | undefined): Promise<Undo> {
  await kms.send(new DisableKeyCommand({ KeyId }));
  return () => kms.send(new EnableKeyCommand({ KeyId }));
}

export const keyFaults = {
  disabled: (async (account) => disableKey(account, (await onlyTopic(account)).KmsMasterKeyId)) as Fault,
  pendingDeletion: (async (account) => {
    const { KmsMasterKeyId: KeyId } = await onlyTopic(account);
    await account.kms.send(new ScheduleKeyDeletionCommand({ KeyId }));
    return async () => {
      await account.kms.send(new CancelKeyDeletionCommand({ KeyId }));
      await account.kms.send(new EnableKeyCommand({ KeyId }));
    };
  }) as Fault,
  closed: (async (account) => {
    const { KmsMasterKeyId: KeyId } = await onlyTopic(account);
    const { Policy } = await account.kms.send(new GetKeyPolicyCommand({ KeyId }));
    await account.kms.send(new PutKeyPolicyCommand({ KeyId, Policy: edited(Policy, without("AlarmsUse")) }));
    return () => account.kms.send(new PutKeyPolicyCommand({ KeyId, Policy }));
  }) as Fault,
};

const firstRule = async ({ events }: Account): Promise<string> =>
  (await events.send(new ListRulesCommand({}))).Rules?.[0]?.Name ?? "";

export const ruleFaults = {
  disabled: (async (account) => {
    const Name = await firstRule(account);
    await account.events.send(new DisableRuleCommand({ Name }));
    return () => account.events.send(new EnableRuleCommand({ Name }));
  }) as Fault,
  withoutTarget: (async (account) => {
    const Rule = await firstRule(account);
    const { Targets } = await account.events.send(new ListTargetsByRuleCommand({ Rule }));
    await account.events.send(new RemoveTargetsCommand({ Rule, Ids: Targets?.map(({ Id }) => Id ?? "") }));
    return () => account.events.send(new PutTargetsCommand({ Rule, Targets }));
  }) as Fault,
};

/** A state of an account that no config names. */
export const strayState: Fault = async ({ s3 }) => {
  const place = { Bucket: bucket, Key: "keywatch/666666666666/eu-west-1.tfstate" };
  const resource = { mode: "managed", type: "aws_sns_topic", name: "alerts", instances: [{ attributes: {} }] };
  await s3.send(new PutObjectCommand({ ...place, Body: JSON.stringify({ version: 4, resources: [resource] }) }));
  return () => s3.send(new DeleteObjectCommand(place));
};
