import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import type { Target, TargetControl } from "../../../fleet";
import { type Rule, type Ruling, rulesOn } from "./link";

/** What is to be said of a control's alarm, or of its absence. */
export function judgeAlarm(
  target: Target,
  control: TargetControl,
  found: MetricAlarm | undefined,
  at: string,
): readonly Ruling[] {
  const { name } = control.alarm;
  const rule = rulesOn({ control: control.id, at, resource: found?.AlarmArn ?? name });
  if (!found) return [rule("alarm-exists", false, `There is no alarm ${name}.`)];
  return [
    rule("alarm-exists", true, `${name} exists, in state ${found.StateValue}.`),
    metricRuling(rule, control, found),
    numbersRuling(rule, control, found),
    enabledRuling(rule, control, found),
    ...actionRulings(rule, target, control, found),
  ];
}

function metricRuling(rule: Rule, { filter: { metric } }: TargetControl, found: MetricAlarm): Ruling {
  const { Namespace, MetricName, Dimensions = [] } = found;
  const dimensions = Dimensions.map(({ Name, Value }) => `${Name}=${Value}`).join(", ");
  const holds = Namespace === metric.namespace && MetricName === metric.name && dimensions === "";
  return rule("alarm-metric", holds, `It looks at ${Namespace}/${MetricName}${dimensions && ` with ${dimensions}`}.`, {
    expected: `It looks at ${metric.namespace}/${metric.name}, without dimensions.`,
  });
}

/** The numbers of an alarm, each with what the config says and what AWS says. */
const NUMBERS: readonly (readonly [
  string,
  (control: TargetControl["alarm"]) => unknown,
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

function numbersRuling(rule: Rule, { alarm }: TargetControl, found: MetricAlarm): Ruling {
  const differences = NUMBERS.filter(([, wanted, seen]) => wanted(alarm) !== seen(found));
  if (differences.length === 0) return rule("alarm-numbers", true, "Its numbers are those of the config.");
  const told = (value: (row: (typeof NUMBERS)[number]) => unknown) =>
    differences.map((row) => `${row[0]} ${value(row)}`).join(", ");
  return rule("alarm-numbers", false, `It has ${told(([, , seen]) => seen(found))}.`, {
    expected: `It has ${told(([, wanted]) => wanted(alarm))}.`,
  });
}

const enabledRuling = (
  rule: Rule,
  { alarm }: TargetControl,
  { ActionsEnabled: enabled = false }: MetricAlarm,
): Ruling =>
  enabled || alarm.actionsEnabled
    ? rule("alarm-actions-enabled", enabled, `Its actions are ${enabled ? "enabled" : "disabled"}.`)
    : rule("alarm-actions-enabled", false, "Its actions are disabled, as the config says.", {
        otherwise: "warn",
        remedy: "Remove `alarm.actionsEnabled` from the config when it shall alert.",
      });

function actionRulings(
  rule: Rule,
  target: Target,
  { topic, further, notifyOk }: TargetControl,
  { AlarmActions: firing = [], OKActions: over = [] }: MetricAlarm,
): readonly Ruling[] {
  const arn = target.topics.find(({ address }) => address === topic)?.arn ?? "";
  const publishes = firing.includes(arn);
  const evidence = publishes ? `It publishes to ${arn}.` : `Its actions are: ${firing.join(", ") || "none"}.`;
  const wantedOver = [...(notifyOk ? [arn] : []), ...further.ok];
  const lacking = [
    ...further.alarm.filter((action) => !firing.includes(action)),
    ...wantedOver.filter((action) => !over.includes(action)).map((action) => `${action} when it is over`),
  ];
  const all = lacking.length === 0;
  return [
    rule("alarm-topic", publishes, evidence, { expected: `It publishes to ${arn}.` }),
    ...(wantedOver.length + further.alarm.length > 0
      ? [rule("alarm-further-actions", all, all ? "All are there." : `It lacks ${lacking.join(", ")}.`)]
      : []),
  ];
}
