import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import { logGroupArn, roleArn } from "../../../modules/aws";
import { fleetLook } from "../../../modules/cli/audit/fleet-look";
import { judge } from "../../../modules/cli/audit/judge";
import type { Step } from "../../../modules/cli/audit/result";
import type { Seen, SeenRule, SeenSchedule, SeenStackSet, SeenTopic } from "../../../modules/cli/audit/seen";
import { type WantedAlarm, wantedAlarms } from "../../../modules/cli/audit/wanted-alarms";
import { wantedRoles } from "../../../modules/cli/audit/wanted-roles";
import type { Answer } from "../../../modules/cli/aws";
import type { SeenTrail } from "../../../modules/cli/trails";
import type { Target, TargetControl, TargetHeartbeat, TargetOrganization, TargetTopic } from "../../../modules/fleet";
import { busPolicy, undeliveredPolicy } from "../../../modules/monitor/fast-path/policies";
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
  const { trail, controls, topics, liveness, dashboard, queries, organization } = target;
  const filters = [...controls, ...(liveness?.heartbeat ? [liveness.heartbeat] : [])].map(({ filter }) => filter);
  return {
    at: AT,
    trails: trail && seen({ feeding: [healthyTrail(target)], others: [] }),
    logGroup: trail && seen({ logGroupName: trail.logGroup, retentionInDays: 365, kmsKeyId: KEY }),
    filters: seen(filters.map(healthyFilter)),
    alarms: seen(new Map(wantedAlarms(target).map((wanted) => [wanted.alarm.name, healthyAlarm(wanted)]))),
    actions: new Map(controls.map(({ alarm }) => [alarm.name, seen(undefined)])),
    fastPath: healthyFastPath(target),
    stackSet: organization && seen(healthyStackSet(organization)),
    roles: new Map(
      wantedRoles(target).map(({ name, trust, boundary, permission }) => [
        name,
        seen({ trust: JSON.stringify(trust), boundary, permission: seen(JSON.stringify(permission)) }),
      ]),
    ),
    topics: new Map(
      topics.filter(({ kind }) => kind !== "hub").map((topic) => [topic.address, healthyTopic(target, topic)]),
    ),
    keys: new Map([[KEY, seen({ metadata: { KeyId: KEY, KeyState: "Enabled" }, policy: seen(keyPolicyOf(target)) })]]),
    schedule: liveness?.heartbeat && seen(healthySchedule(target, liveness.heartbeat)),
    dashboard: dashboard && seen(true),
    queries:
      queries &&
      seen(queries.map(({ name, query }) => ({ name, queryString: query, logGroupNames: [trail?.logGroup ?? ""] }))),
  };
}

const healthyFastPath = ({ fastPath, topics, account, partition, region }: Target): Seen["fastPath"] => {
  if (!fastPath) return undefined;
  const { rules, relay, bus, undelivered } = fastPath;
  const queue = undelivered.arn;
  const arnOf = (topic: string) => topics.find(({ address }) => address === topic)?.arn ?? "";
  const rule = (pattern: string, arn: string, role?: string): Answer<SeenRule> =>
    seen({ state: "ENABLED", pattern, targets: [{ arn, role, queue }] });
  return {
    rules: new Map([
      ...rules.map(({ name, pattern, topic, bus: listensTo }): [string, Answer<SeenRule>] => [
        listensTo ? `${listensTo}/${name}` : name,
        rule(pattern, arnOf(topic)),
      ]),
      ...(relay
        ? [
            [
              relay.name,
              rule(relay.pattern, relay.busArn, roleArn({ partition, region, account: account.id }, relay.role)),
            ] as const,
          ]
        : []),
    ]),
    queue: seen({ policy: JSON.stringify(undeliveredPolicy(queue, undelivered.senders)), messages: 0 }),
    bus: bus && seen({ policy: JSON.stringify(busPolicy(bus)) }),
  };
};

const healthySchedule = ({ account }: Target, { name, rate, operation, input }: TargetHeartbeat): SeenSchedule => ({
  state: "ENABLED",
  rate,
  operation,
  input,
  role: `arn:aws:iam::${account.id}:role/${name}`,
});

/** Deployed to two accounts in every region. */
const healthyStackSet = ({ units, regions, template }: TargetOrganization): SeenStackSet => ({
  stackSet: {
    Status: "ACTIVE",
    PermissionModel: "SERVICE_MANAGED",
    AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: false },
    TemplateBody: template,
    OrganizationalUnitIds: [...units],
    Regions: [...regions].reverse(),
  },
  instances: seen(
    ["111111111111", "222222222222"].flatMap((Account) =>
      regions.map((Region) => ({
        Account,
        Region,
        Status: "CURRENT" as const,
        StackInstanceStatus: { DetailedStatus: "SUCCEEDED" as const },
      })),
    ),
  ),
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

const healthyFilter = ({ name, pattern, metric }: TargetControl["filter"]) => ({
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

const healthyAlarm = ({ metric, alarm, topics, further, notifyOk }: WantedAlarm): MetricAlarm => ({
  AlarmName: alarm.name,
  StateValue: "OK",
  Namespace: metric.namespace,
  MetricName: metric.name,
  Dimensions: Object.entries(metric.dimensions ?? {}).map(([Name, Value]) => ({ Name, Value })),
  Statistic: alarm.statistic,
  Period: alarm.period,
  Threshold: alarm.threshold,
  ComparisonOperator: alarm.comparison,
  EvaluationPeriods: alarm.evaluationPeriods,
  TreatMissingData: alarm.missingData,
  ActionsEnabled: true,
  AlarmActions: [...topics, ...further.alarm],
  OKActions: [...(notifyOk ? topics : []), ...further.ok],
});

const healthyTopic = ({ partition, region, account, chat }: Target, topic: TargetTopic): SeenTopic => {
  const made = { publishers: [account.id], encryption: { kind: "none" } as const, ...topic, kind: "made" as const };
  return {
    attributes: seen({
      Policy: JSON.stringify(topicPolicy(made, { partition, region, account: account.id })),
      KmsMasterKeyId: KEY,
    }),
    subscriptions: seen([
      ...topic.subscriptions.map(({ protocol, address }) => ({ protocol, address, confirmed: true, chat: false })),
      ...chat.map(() => ({ protocol: "https", confirmed: true, chat: true })),
    ]),
    unset: [],
  };
};

/** The steps of a target by what was seen of it, in a fleet of it alone. */
export const judged = (target: Target, of: Seen): Step[] => judge({ ...fleetLook([target], []), target, seen: of });

/** Those that are no pass, as `verdict id`. */
export const findings = (steps: readonly Step[]): string[] =>
  steps.filter(({ verdict }) => verdict !== "pass").map(({ verdict, id }) => `${verdict} ${id}`);
