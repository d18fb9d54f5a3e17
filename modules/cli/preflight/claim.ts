/** Something that a stack makes under a name that somebody else may have taken. */
export interface Claim {
  /** Terraform address with its type. */
  readonly address: string;
  readonly what: Kind;
  /** Name or ARN that it is found by. */
  readonly name: string;
  /** What an apply does where it exists already. */
  readonly apply: string;
  /** The word of `adopt` that takes it over instead. */
  readonly adopt?: string;
}

/** AWS takes new settings without a word, or refuses a name that is taken. */
const OVERWRITES = "overwrites it";
const FAILS = "fails at it";

/** Source: SQS API Reference, "CreateQueue". */
const EITHER = "takes it over if its settings are the same, and fails at it if not";

/** What a stack makes by name: the type of the resource, and what an apply does where the name is taken. */
export const KINDS = {
  "metric filter": { type: "aws_cloudwatch_log_metric_filter", apply: OVERWRITES },
  alarm: { type: "aws_cloudwatch_metric_alarm", apply: OVERWRITES },
  topic: { type: "aws_sns_topic", apply: OVERWRITES },
  rule: { type: "aws_cloudwatch_event_rule", apply: OVERWRITES },
  dashboard: { type: "aws_cloudwatch_dashboard", apply: OVERWRITES },
  queue: { type: "aws_sqs_queue", apply: EITHER },
  bus: { type: "aws_cloudwatch_event_bus", apply: FAILS },
  role: { type: "aws_iam_role", apply: FAILS },
  schedule: { type: "aws_scheduler_schedule", apply: FAILS },
  trail: { type: "aws_cloudtrail", apply: FAILS },
  "log group": { type: "aws_cloudwatch_log_group", apply: FAILS },
  bucket: { type: "aws_s3_bucket", apply: FAILS },
  "key alias": { type: "aws_kms_alias", apply: FAILS },
} as const;
export type Kind = keyof typeof KINDS;

/** A claim on a name; its address is given without the type. */
export const claim = (what: Kind, address: string, name: string, adopt?: string): Claim => ({
  address: `${KINDS[what].type}.${address}`,
  what,
  name,
  apply: KINDS[what].apply,
  ...(adopt ? { adopt } : {}),
});
