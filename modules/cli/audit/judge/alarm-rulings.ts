import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import type { WantedAlarm } from "../wanted-alarms";
import { type Rule, type Ruling, rulesOn } from "./link";

/** What is to be said of an alarm, or of its absence. */
export function judgeAlarm(wanted: WantedAlarm, found: MetricAlarm | undefined, at: string): readonly Ruling[] {
  const { name } = wanted.alarm;
  const rule = rulesOn({ control: wanted.control, at, resource: found?.AlarmArn ?? name });
  if (!found) return [rule("alarm-exists", false, `There is no alarm ${name}.`)];
  return [
    rule("alarm-exists", true, `${name} exists, in state ${found.StateValue}.`),
    metricRuling(rule, wanted, found),
    numbersRuling(rule, wanted, found),
    enabledRuling(rule, wanted, found),
    ...actionRulings(rule, wanted, found),
  ];
}

function metricRuling(rule: Rule, { metric }: WantedAlarm, found: MetricAlarm): Ruling {
  const { Namespace = "", MetricName = "", Dimensions = [] } = found;
  const seen = metricText({
    namespace: Namespace,
    name: MetricName,
    dimensions: Object.fromEntries(Dimensions.map(({ Name = "", Value = "" }) => [Name, Value])),
  });
  const wanted = metricText(metric);
  return rule("alarm-metric", seen === wanted, `It looks at ${seen}.`, { expected: `It looks at ${wanted}.` });
}

function metricText({ namespace, name, dimensions = {} }: WantedAlarm["metric"]): string {
  const told = Object.entries(dimensions).map(([key, value]) => `${key}=${value}`);
  return `${namespace}/${name} ${told.length > 0 ? `with ${told.sort().join(", ")}` : "without dimensions"}`;
}

/** The numbers of an alarm, each with what the config says and what AWS says. */
const NUMBERS: readonly (readonly [
  string,
  (alarm: WantedAlarm["alarm"]) => unknown,
  (found: MetricAlarm) => unknown,
])[] = [
  ["statistic", ({ statistic }) => statistic, ({ Statistic }) => Statistic],
  ["period", ({ period }) => period, ({ Period }) => Period],
  ["threshold", ({ threshold }) => threshold, ({ Threshold }) => Threshold],
  ["comparison", ({ comparison }) => comparison, ({ ComparisonOperator }) => ComparisonOperator],
  ["evaluation periods", ({ evaluationPeriods }) => evaluationPeriods, ({ EvaluationPeriods }) => EvaluationPeriods],
  [
    "datapoints to alarm",
    ({ datapointsToAlarm, evaluationPeriods }) => datapointsToAlarm ?? evaluationPeriods,
    ({ DatapointsToAlarm, EvaluationPeriods }) => DatapointsToAlarm ?? EvaluationPeriods,
  ],
  ["missing data", ({ missingData }) => missingData, ({ TreatMissingData }) => TreatMissingData ?? "missing"],
];

function numbersRuling(rule: Rule, { alarm }: WantedAlarm, found: MetricAlarm): Ruling {
  const differences = NUMBERS.filter(([, wanted, seen]) => wanted(alarm) !== seen(found));
  if (differences.length === 0) return rule("alarm-numbers", true, "Its numbers are those of the config.");
  const told = (value: (row: (typeof NUMBERS)[number]) => unknown) =>
    differences.map((row) => `${row[0]} ${value(row)}`).join(", ");
  return rule("alarm-numbers", false, `It has ${told(([, , seen]) => seen(found))}.`, {
    expected: `It has ${told(([, wanted]) => wanted(alarm))}.`,
  });
}

const enabledRuling = (rule: Rule, { alarm }: WantedAlarm, { ActionsEnabled: enabled = false }: MetricAlarm): Ruling =>
  enabled || alarm.actionsEnabled
    ? rule("alarm-actions-enabled", enabled, `Its actions are ${enabled ? "enabled" : "disabled"}.`)
    : rule("alarm-actions-enabled", false, "Its actions are disabled, as the config says.", {
        otherwise: "warn",
        remedy: "Remove `alarm.actionsEnabled` from the config when it shall alert.",
      });

function actionRulings(
  rule: Rule,
  { topics, further, notifyOk }: WantedAlarm,
  { AlarmActions: firing = [], OKActions: over = [] }: MetricAlarm,
): readonly Ruling[] {
  const told = topics.join(", ");
  const publishes = topics.every((topic) => firing.includes(topic));
  const evidence = publishes ? `It publishes to ${told}.` : `Its actions are: ${firing.join(", ") || "none"}.`;
  const wantedOver = [...(notifyOk ? topics : []), ...further.ok];
  const lacking = [
    ...further.alarm.filter((action) => !firing.includes(action)),
    ...wantedOver.filter((action) => !over.includes(action)).map((action) => `${action} when it is over`),
  ];
  const all = lacking.length === 0;
  return [
    rule("alarm-topic", publishes, evidence, { expected: `It publishes to ${told}.` }),
    ...(wantedOver.length + further.alarm.length > 0
      ? [rule("alarm-further-actions", all, all ? "All are there." : `It lacks ${lacking.join(", ")}.`)]
      : []),
  ];
}
