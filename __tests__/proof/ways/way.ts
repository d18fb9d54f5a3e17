import type { Break, SynthesizedStack } from "../../../modules/proof";
import type { Raw } from "../../support/fleet";
import { type Statement, withChange, withStatements } from "../../support/synthesized";
import type { Topology } from "../topologies";

/** One way of breaking a path: what is changed, and the link, its address and the problem that must be told. */
export type Way = readonly [
  what: string,
  change: (topology: Topology) => readonly SynthesizedStack[],
  link: Break["link"],
  address: string,
  problem: Raw,
];

export const ALARM = "aws_cloudwatch_metric_alarm.cis_4_7";
export const FILTER = "aws_cloudwatch_log_metric_filter.cis_4_7";
export const TOPIC = "aws_sns_topic.alerts";
export const TOPIC_POLICY = "aws_sns_topic_policy.alerts";
export const KEY = "aws_kms_key.alerts";

/** Changes the stack of the alarm. */
export const inMember =
  (path: string, value?: unknown): Way[1] =>
  ({ stacks, member }) =>
    withChange(stacks, member, `resource.${path}`, value);

/** Changes the stack of the topic. */
export const inHub =
  (path: string, value?: unknown): Way[1] =>
  ({ stacks, hub }) =>
    withChange(stacks, hub, `resource.${path}`, value);

/** Changes the statements of the topic's policy or of its key's. */
export const statementsOf =
  (address: string, change: (statements: Statement[]) => Statement[]): Way[1] =>
  ({ stacks, hub }) =>
    withStatements(stacks, hub, `resource.${address}.policy`, change);

/** Changes the statement of a Sid. */
export const statement = (sid: string, change: object) => (all: Statement[]) =>
  all.map((one) => (one.Sid === sid ? { ...one, ...change } : one));

export const without = (sid: string) => (all: Statement[]) => all.filter(({ Sid }) => Sid !== sid);

export const and = (further: Statement) => (all: Statement[]) => [
  ...all,
  { Sid: "Further", Resource: "*", ...further },
];

/** What CloudWatch must be able to do with a topic, and with its key. */
export const PUBLISH = ["sns:Publish"];
export const USE = ["kms:Decrypt", "kms:GenerateDataKey"];

export const refused = (actions: readonly string[], refusal: object, service = "cloudwatch.amazonaws.com") => ({
  kind: "refused",
  caller: service,
  actions,
  refusal,
});

export const unmet = (statement: string, operator: string, key: string, sent = true) => ({
  kind: "unmet",
  statement,
  operator,
  key,
  sent,
});

export const OTHER_ACCOUNT = { StringEquals: { "aws:SourceAccount": ["555555555555"] } };
export const OTHER_REGION = { ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:us-east-1:*:alarm:*" } };
