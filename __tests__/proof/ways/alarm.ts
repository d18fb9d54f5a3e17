import { withChange } from "../../support/synthesized";
import { ALARM, FILTER, inMember, type Way } from "./way";

/** Ways of breaking the path at an alarm or its filter: that path is lost. */
export const ALARM_WAYS: readonly Way[] = [
  ["no actions", inMember(`${ALARM}.alarm_actions`), "action", ALARM, { kind: "no-topic" }],
  ["an empty list of actions", inMember(`${ALARM}.alarm_actions`, []), "action", ALARM, { kind: "no-topic" }],
  [
    "an action that is no topic",
    inMember(`${ALARM}.alarm_actions`, ["arn:aws:ssm:eu-west-1:111111111111:opsitem:2"]),
    "action",
    ALARM,
    { kind: "no-topic" },
  ],
  [
    "an action that refers to nothing",
    inMember(`${ALARM}.alarm_actions`, ["${aws_sns_topic.other.arn}"]),
    "action",
    ALARM,
    { kind: "dangling", expression: "${aws_sns_topic.other.arn}" },
  ],
  [
    "an action in another region",
    ({ stacks, member, topicArn }) =>
      withChange(stacks, member, `resource.${ALARM}.alarm_actions`, [topicArn.replace("eu-west-1", "us-east-1")]),
    "action",
    ALARM,
    { kind: "other-region", region: "us-east-1", needed: "eu-west-1" },
  ],
  [
    "another metric name",
    inMember(`${ALARM}.metric_name`, "KmsEvents"),
    "alarm",
    ALARM,
    {
      kind: "unfed-metric",
      metric: "CISBenchmark/KmsEvents",
      fed: ["CISBenchmark/KMSCustomerKeyDisableOrDeleteEvents"],
    },
  ],
  [
    "another namespace",
    inMember(`${FILTER}.metric_transformation.namespace`, "Own"),
    "alarm",
    ALARM,
    {
      kind: "unfed-metric",
      metric: "CISBenchmark/KMSCustomerKeyDisableOrDeleteEvents",
      fed: ["Own/KMSCustomerKeyDisableOrDeleteEvents"],
    },
  ],
  [
    "no filter",
    inMember(FILTER),
    "alarm",
    ALARM,
    {
      kind: "unfed-metric",
      metric: `CISBenchmark/\${${FILTER}.metric_transformation[0].name}`,
      fed: [],
    },
  ],
  [
    "a filter on another log group",
    inMember(`${FILTER}.log_group_name`, "application"),
    "metric filter",
    FILTER,
    { kind: "other-log-group", logGroup: "application", trail: ["trail"] },
  ],
  [
    "no trail to read",
    ({ stacks, member }) => withChange(stacks, member, "data"),
    "metric filter",
    FILTER,
    { kind: "other-log-group", logGroup: "trail", trail: [] },
  ],
  ["no alarm at all", inMember(ALARM), "alarm", ALARM, { kind: "not-watched", control: "cis-4.7" }],
  [
    "no resources at all",
    ({ stacks, member }) => withChange(stacks, member, "resource"),
    "alarm",
    ALARM,
    { kind: "not-watched", control: "cis-4.7" },
  ],
];
