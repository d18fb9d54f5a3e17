import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import type { Target, TargetControl } from "../../../fleet";
import { type Link, onAnswer, type Ruling } from "./link";

/** The alarms, one a control. */
export const alarm: Link = {
  name: "Alarm",
  steps: {
    "alarm-exists": {
      title: "The alarm exists",
      expected: "An alarm of the control's name.",
      remedy: "Deploy the stack again.",
      source: "CIS 4.7 audit, alarm",
      otherwise: "fail",
    },
    "alarm-metric": {
      title: "The alarm looks at the filter's metric",
      expected: "The namespace and name of the filter's metric, without dimensions.",
      remedy: "Deploy the stack again, and find in CloudTrail who changed it: PutMetricAlarm.",
      source: "CIS 4.7 audit, alarm of the metric; CloudWatch.7, Prowler",
      otherwise: "fail",
    },
    "alarm-numbers": {
      title: "The alarm fires at the first event",
      expected: "Statistic, period, threshold, comparison, evaluation and missing data as the config has them.",
      remedy: "Deploy the stack again, and find in CloudTrail who changed it: PutMetricAlarm.",
      otherwise: "fail",
    },
    "alarm-actions-enabled": {
      title: "The alarm acts",
      expected: "ActionsEnabled is true.",
      remedy: "aws cloudwatch enable-alarm-actions; find in CloudTrail who muted it: DisableAlarmActions.",
      source: "Checkov CKV_AWS_319",
      otherwise: "fail",
    },
    "alarm-topic": {
      title: "The alarm publishes to its topic",
      expected: "The ARN of the topic among the alarm's actions.",
      remedy: "Deploy the stack again, and find in CloudTrail who changed it: PutMetricAlarm.",
      source: "CIS 4.7 audit, action of the alarm",
      otherwise: "fail",
    },
    "alarm-further-actions": {
      title: "The alarm does what else the config says",
      expected: "The further actions of the config, when it fires and when it is over.",
      remedy: "Deploy the stack again.",
      otherwise: "warn",
    },
  },
  judge: ({ target, seen }) =>
    onAnswer(seen.alarms, { id: "alarm-exists" }, (alarms, at) =>
      target.controls.flatMap((control) => judgeAlarm(target, control, alarms.get(control.alarm.name), at)),
    ),
};

function judgeAlarm(
  target: Target,
  control: TargetControl,
  found: MetricAlarm | undefined,
  at: string,
): readonly Ruling[] {
  const { name } = control.alarm;
  const about = { control: control.id, at, resource: found?.AlarmArn ?? name };
  if (!found) return [{ ...about, id: "alarm-exists", holds: false, evidence: `There is no alarm ${name}.` }];
  return [
    { ...about, id: "alarm-exists", holds: true, evidence: `${name} exists, in state ${found.StateValue}.` },
    { ...about, id: "alarm-metric", ...metricRuling(control, found) },
    { ...about, id: "alarm-numbers", ...numbersRuling(control, found) },
    { ...about, id: "alarm-actions-enabled", ...enabledRuling(control, found) },
    ...actionRulings(target, control, found).map((ruling) => ({ ...about, ...ruling })),
  ];
}

function metricRuling({ filter: { metric } }: TargetControl, { Namespace, MetricName, Dimensions = [] }: MetricAlarm) {
  const dimensions = Dimensions.map(({ Name, Value }) => `${Name}=${Value}`).join(", ");
  const holds = Namespace === metric.namespace && MetricName === metric.name && dimensions === "";
  return {
    holds,
    evidence: `It looks at ${Namespace}/${MetricName}${dimensions && ` with ${dimensions}`}.`,
    expected: `It looks at ${metric.namespace}/${metric.name}, without dimensions.`,
  };
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

function numbersRuling({ alarm }: TargetControl, found: MetricAlarm) {
  const differences = NUMBERS.filter(([, wanted, seen]) => wanted(alarm) !== seen(found));
  const told = (of: (row: (typeof NUMBERS)[number]) => unknown) =>
    differences.map((row) => `${row[0]} ${of(row)}`).join(", ");
  return differences.length === 0
    ? { holds: true, evidence: "Its numbers are those of the config." }
    : {
        holds: false,
        evidence: `It has ${told(([, , seen]) => seen(found))}.`,
        expected: `It has ${told(([, wanted]) => wanted(alarm))}.`,
      };
}

const enabledRuling = ({ alarm }: TargetControl, { ActionsEnabled }: MetricAlarm) => ({
  holds: ActionsEnabled === true,
  evidence: ActionsEnabled
    ? "Its actions are enabled."
    : `Its actions are disabled${alarm.actionsEnabled ? "" : ", as the config says"}.`,
  ...(alarm.actionsEnabled
    ? {}
    : { otherwise: "warn" as const, remedy: "Remove `alarm.actionsEnabled` from the config when it shall alert." }),
});

function actionRulings(
  target: Target,
  { topic, further, notifyOk }: TargetControl,
  { AlarmActions = [], OKActions = [] }: MetricAlarm,
) {
  const arn = target.topics.find(({ address }) => address === topic)?.arn ?? "";
  const publishes = AlarmActions.includes(arn);
  const missing = [
    ...further.alarm.filter((action) => !AlarmActions.includes(action)),
    ...[...(notifyOk ? [arn] : []), ...further.ok]
      .filter((action) => !OKActions.includes(action))
      .map((action) => `${action} when it is over`),
  ];
  const wantsMore = notifyOk || further.alarm.length > 0 || further.ok.length > 0;
  return [
    {
      id: "alarm-topic",
      holds: publishes,
      evidence: publishes ? `It publishes to ${arn}.` : `Its actions are: ${AlarmActions.join(", ") || "none"}.`,
      expected: `It publishes to ${arn}.`,
    },
    ...(wantsMore
      ? [
          {
            id: "alarm-further-actions",
            holds: missing.length === 0,
            evidence: missing.length === 0 ? "All are there." : `It lacks ${missing.join(", ")}.`,
          },
        ]
      : []),
  ];
}
