import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import { logGroupArn } from "../../../modules/aws";
import { fleetLook } from "../../../modules/cli/audit/fleet-look";
import { judge } from "../../../modules/cli/audit/judge";
import type { Step } from "../../../modules/cli/audit/result";
import type { Seen, SeenRule, SeenTopic } from "../../../modules/cli/audit/seen";
import type { Answer } from "../../../modules/cli/aws";
import type { SeenTrail } from "../../../modules/cli/trails";
import type { Target, TargetControl, TargetTopic } from "../../../modules/fleet";
import { keyPolicy } from "../../../modules/notify/key-policy";
import { topicPolicy } from "../../../modules/notify/topic-policy";

export const AT = "2026-11-24T10:00:00.000Z";
const HOUR_AGO = new Date("2026-11-24T09:00:00.000Z");
export const KEY = "arn:aws:kms:eu-west-1:111111111111:key/one";

export const seen = <T>(value: T): Answer<T> => ({ ok: true, value, at: AT });
export const unseen = (kind: "denied" | "failed", message = "no"): Answer<never> => ({
  ok: false,
  fault: { kind, message, remedy: "Mend it." },
  at: AT,
});

/** What is seen of a target that is in order. */
export function healthy(target: Target): Seen {
  const { trail, controls, topics } = target;
  return {
    at: AT,
    trails: trail && seen({ feeding: [healthyTrail(target)], others: [] }),
    logGroup: trail && seen({ logGroupName: trail.logGroup, retentionInDays: 365, kmsKeyId: KEY }),
    filters: seen(controls.map(healthyFilter)),
    alarms: seen(new Map(controls.map((control) => [control.alarm.name, healthyAlarm(target, control)]))),
    actions: new Map(controls.map(({ alarm }) => [alarm.name, seen(undefined)])),
    topics: new Map(
      topics.filter(({ kind }) => kind !== "hub").map((topic) => [topic.address, healthyTopic(target, topic)]),
    ),
    rules: new Map(healthyRules(target)),
    keys: new Map([[KEY, seen({ metadata: { KeyId: KEY, KeyState: "Enabled" }, policy: seen(keyPolicyOf(target)) })]]),
  };
}

const healthyRules = ({ fastPath, topics }: Target): [string, Answer<SeenRule>][] =>
  (fastPath?.rules ?? []).map(({ name, pattern, topic }) => {
    const targets = topics.flatMap(({ address, arn }) => (address === topic ? [arn] : []));
    return [name, seen({ state: "ENABLED", pattern, targets })];
  });

const keyPolicyOf = ({ partition, region, account, topics }: Target): string =>
  JSON.stringify(
    keyPolicy(
      topics.flatMap((topic) => (topic.kind === "made" ? topic.publishers : [account.id])),
      [],
      { partition, region, account: account.id },
    ),
  );

export const healthyTrail = ({ partition, region, account, trail }: Target): SeenTrail => ({
  trail: {
    TrailARN: `arn:aws:cloudtrail:${region}:${account.id}:trail/company`,
    IsMultiRegionTrail: true,
    LogFileValidationEnabled: true,
    CloudWatchLogsLogGroupArn: `${logGroupArn({ partition, region, account: account.id }, trail?.logGroup ?? "")}:*`,
  },
  status: seen({ IsLogging: true, LatestCloudWatchLogsDeliveryTime: HOUR_AGO }),
  selectors: seen({
    EventSelectors: [{ ReadWriteType: "All", IncludeManagementEvents: true, ExcludeManagementEventSources: [] }],
    AdvancedEventSelectors: undefined,
  }),
});

const healthyFilter = ({ filter: { name, pattern, metric } }: TargetControl) => ({
  filterName: name,
  filterPattern: pattern,
  metricTransformations: [
    {
      metricName: metric.name,
      metricNamespace: metric.namespace,
      metricValue: metric.value,
      defaultValue: metric.defaultValue,
    },
  ],
});

const healthyAlarm = ({ topics }: Target, { alarm, filter, topic, further, notifyOk }: TargetControl): MetricAlarm => {
  const arn = topics.find(({ address }) => address === topic)?.arn ?? "";
  return {
    AlarmName: alarm.name,
    StateValue: "OK",
    Namespace: filter.metric.namespace,
    MetricName: filter.metric.name,
    Statistic: alarm.statistic,
    Period: alarm.period,
    Threshold: alarm.threshold,
    ComparisonOperator: alarm.comparison,
    EvaluationPeriods: alarm.evaluationPeriods,
    TreatMissingData: alarm.missingData,
    ActionsEnabled: true,
    AlarmActions: [arn, ...further.alarm],
    OKActions: [...(notifyOk ? [arn] : []), ...further.ok],
  };
};

const healthyTopic = ({ partition, region, account }: Target, topic: TargetTopic): SeenTopic => {
  const made = { publishers: [account.id], encryption: { kind: "none" } as const, ...topic, kind: "made" as const };
  return {
    attributes: seen({
      Policy: JSON.stringify(topicPolicy(made, { partition, region, account: account.id })),
      KmsMasterKeyId: KEY,
    }),
    subscriptions: seen(topic.subscriptions.map(({ protocol, address }) => ({ protocol, address, confirmed: true }))),
    unset: [],
  };
};

/** The steps of a target by what was seen of it, in a fleet of it alone. */
export const judged = (target: Target, of: Seen): Step[] => judge({ ...fleetLook([target], []), target, seen: of });

/** Those that are no pass, as `verdict id`. */
export const findings = (steps: readonly Step[]): string[] =>
  steps.filter(({ verdict }) => verdict !== "pass").map(({ verdict, id }) => `${verdict} ${id}`);
