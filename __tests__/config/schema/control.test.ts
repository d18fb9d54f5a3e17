import { CONTROL_IDS } from "../../../modules/controls";
import type { Changes } from "../../support/fleet";
import { describeRight, describeWrong, type WrongRow } from "../../support/validation";

const CONTROL = 'accounts[0].controls["cis-4.7"]';

/** One value of the control that is wrong, with what is told of it. */
const wrong = (
  what: string,
  part: string,
  value: unknown,
  message: string,
  expected: string,
  remedy: string,
): WrongRow => [what, { [`${CONTROL}.${part}`]: value }, [`${CONTROL}.${part}`, message, expected, remedy]];
const cut = (letter: string) => `"${letter.repeat(76)}... cannot stand here.`;
const length = (what: string, most: number) =>
  [`${what}: 1 to ${most} characters`, `Write at least one and at most ${most} characters.`] as const;
const oneOf = (expected: string, near?: string) =>
  [`one of: ${expected}`, near ? `Did you mean ${near}?` : "Choose one of them."] as const;

const FILTER_NAME = [
  "a metric filter name: 1 to 512 characters without : and *",
  "Leave out : and *, and blanks at the ends.",
] as const;
const metricName = (what: string) =>
  [`${what}: 1 to 255 characters without : * and $`, "Leave out : * and $ and control characters."] as const;
const PERIOD = ["seconds: a multiple of 60", "Write 300 for five minutes."] as const;
const PERIODS = ["periods: a whole number from 1 to 1440", "Write a number from 1 to 1440."] as const;
const VALUE = ['a number in quotes, or a selector such as "$.size"', 'Write "1" to count events.'] as const;
const AWS = ["a namespace that does not start with AWS/", "AWS/ is kept for AWS itself: choose another name."] as const;

describeWrong("what is wrong with a control", [
  [
    "a control that is not in the catalogue",
    { "accounts[0].controls": { "cis-47": true } },
    [
      'accounts[0].controls["cis-47"]',
      'There is no setting "cis-47" here.',
      `one of: ${CONTROL_IDS.join(", ")}`,
      "Did you mean cis-4.7?",
    ],
  ],
  ["a number for on", { [CONTROL]: 1 }, [CONTROL, "1 is a number.", "true or false", "Write true or false."]],
  wrong(
    "a checker's name",
    "pattern",
    "checker",
    '"checker" is not known here.',
    ...oneOf("benchmark, checkers", "checkers"),
  ),
  wrong("a severity", "severity", "urgent", '"urgent" is not known here.', ...oneOf("low, medium, high, critical")),
  wrong("a colon in the filter's name", "filter.name", "a:b", '"a:b" cannot stand here.', ...FILTER_NAME),
  wrong("a blank at its end", "filter.name", "a ", '"a " cannot stand here.', ...FILTER_NAME),
  wrong("513 characters of it", "filter.name", "f".repeat(513), cut("f"), ...FILTER_NAME),
  wrong(
    "1025 characters of pattern",
    "filter.pattern",
    "p".repeat(1025),
    cut("p"),
    ...length("a filter pattern", 1024),
  ),
  wrong("a blank pattern", "filter.pattern", " ", '" " cannot stand here.', ...length("a filter pattern", 1024)),
  wrong(
    "a dollar in the metric's name",
    "metric.name",
    "a$b",
    '"a$b" cannot stand here.',
    ...metricName("a metric name"),
  ),
  wrong("256 characters of it", "metric.name", "m".repeat(256), cut("m"), ...metricName("a metric name")),
  wrong(
    "an asterisk in the namespace",
    "metric.namespace",
    "*",
    '"*" cannot stand here.',
    ...metricName("a namespace"),
  ),
  wrong("a namespace of AWS", "metric.namespace", "AWS/KMS", '"AWS/KMS" cannot stand here.', ...AWS),
  wrong("a word for a value", "metric.value", "one", '"one" cannot stand here.', ...VALUE),
  wrong(
    "a number for a value",
    "metric.value",
    1,
    "1 is a number.",
    "a text",
    "Put the value in quotes, with every leading zero.",
  ),
  wrong("a text for a default", "metric.defaultValue", "0", '"0" is a text.', "a number", "Write a number."),
  wrong("no alarm name", "alarm.name", "", '"" cannot stand here.', ...length("an alarm name", 255)),
  wrong("256 characters of it", "alarm.name", "n".repeat(256), cut("n"), ...length("an alarm name", 255)),
  wrong("1025 of description", "alarm.description", "d".repeat(1025), cut("d"), ...length("a description", 1024)),
  wrong(
    "a statistic in lower case",
    "alarm.statistic",
    "sum",
    '"sum" is not known here.',
    ...oneOf("SampleCount, Average, Sum, Minimum, Maximum", "Sum"),
  ),
  wrong("a period of 90 seconds", "alarm.period", 90, "90 cannot stand here.", ...PERIOD),
  wrong("no period", "alarm.period", 0, "0 cannot stand here.", ...PERIOD),
  wrong("a text for a period", "alarm.period", "300", '"300" is a text.', "a number", "Write a number."),
  wrong("a text for a threshold", "alarm.threshold", "1", '"1" is a text.', "a number", "Write a number."),
  wrong(
    "a comparison misspelt",
    "alarm.comparison",
    "GreaterThanOrEqualThreshold",
    '"GreaterThanOrEqualThreshold" is not known here.',
    ...oneOf(
      "GreaterThanOrEqualToThreshold, GreaterThanThreshold, LessThanThreshold, LessThanOrEqualToThreshold",
      "GreaterThanOrEqualToThreshold",
    ),
  ),
  wrong("no evaluation period", "alarm.evaluationPeriods", 0, "0 cannot stand here.", ...PERIODS),
  wrong("half of one", "alarm.evaluationPeriods", 0.5, "0.5 cannot stand here.", ...PERIODS),
  wrong("no data point", "alarm.datapointsToAlarm", 0, "0 cannot stand here.", ...PERIODS),
  wrong(
    "missing data in lower case",
    "alarm.missingData",
    "notbreaching",
    '"notbreaching" is not known here.',
    ...oneOf("missing, ignore, breaching, notBreaching", "notBreaching"),
  ),
  wrong("a text for on", "alarm.actionsEnabled", "no", '"no" is a text.', "true or false", "Write true or false."),
  wrong(
    "a misspelt setting",
    "alarm.treshold",
    1,
    'There is no setting "treshold" here.',
    "one of: name, description, statistic, period, threshold, comparison, evaluationPeriods, datapointsToAlarm, missingData, actionsEnabled",
    "Did you mean threshold?",
  ),
]);

const right = (what: string, part: string, value: unknown): readonly [string, Changes] => [
  what,
  { [`${CONTROL}.${part}`]: value },
];

describeRight("what is right with a control", [
  ["a control that is on", { [CONTROL]: true }],
  ["a control with nothing changed", { [CONTROL]: {} }],
  right("the benchmark's pattern", "pattern", "benchmark"),
  right("the checkers' pattern", "pattern", "checkers"),
  right("a filter name of 512 characters", "filter.name", "f".repeat(512)),
  right("a pattern of 1024 characters", "filter.pattern", "p".repeat(1024)),
  right("a metric name of 255 characters", "metric.name", "m".repeat(255)),
  right("a fraction for a value", "metric.value", "-0.5"),
  right("a selector for a value", "metric.value", "$.bytes"),
  right("zero as default", "metric.defaultValue", 0),
  right("an alarm name of 255 characters", "alarm.name", "n".repeat(255)),
  right("a description of 1024 characters on several lines", "alarm.description", "d\n".repeat(512)),
  right("a threshold below zero", "alarm.threshold", -1.5),
]);
