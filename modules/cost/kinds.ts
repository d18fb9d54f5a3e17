import { PRICES, type Price } from "../aws";
import { furtherAlarms, type Target } from "../fleet";

/** What is not in the config: how much happens in a month. */
export interface Assumptions {
  /** Events that each control counts in each target, each of them an alert. */
  readonly events: number;
  /** GB of events that each trail records which a stack makes. */
  readonly gigabytes: number;
}

/** What happens in a month. */
export interface Happening extends Assumptions {
  /** Alerts that topics get, from all targets that publish to them, by the topics' ARNs. */
  readonly alerts: ReadonlyMap<string, number>;
}

/** A kind of thing that AWS charges for. */
export interface Kind {
  /** As people know it. */
  readonly name: string;
  readonly price: Price;
  /** Whether it is charged for what happens, and not for being there. */
  readonly usage: boolean;
  /** How much of it a target has in a month. */
  readonly quantity: (target: Target, happening: Happening) => number;
}

/** Hours of a month, as AWS charges metrics. */
const HOURS = 730;

const managedKeys = ({ topics }: Target): number =>
  topics.filter((topic) => topic.kind === "made" && topic.encryption.kind === "managed").length;

/** Deliveries by a protocol to those whom this target subscribes. */
const deliveries =
  (protocol: RegExp): Kind["quantity"] =>
  ({ topics }, { alerts }) =>
    topics.reduce(
      (sum, { arn, subscriptions }) =>
        sum + subscriptions.filter((one) => protocol.test(one.protocol)).length * (alerts.get(arn) ?? 0),
      0,
    );

const ofTrail: Kind["quantity"] = ({ trail }, { gigabytes }) => (trail?.created ? gigabytes : 0);

/** All that is charged for. SQS and Lambda deliveries are free; SMS is priced by country, so it is left out. */
export const KINDS = {
  alarm: {
    name: "alarms",
    price: PRICES.alarm,
    usage: false,
    quantity: (target) => target.controls.length + furtherAlarms(target).length,
  },
  dashboard: {
    name: "dashboards",
    price: PRICES.dashboard,
    usage: false,
    quantity: ({ dashboard }) => (dashboard ? 1 : 0),
  },
  key: {
    name: "keys",
    price: PRICES.key,
    usage: false,
    quantity: (target) => managedKeys(target) + (target.trail?.created ? 1 : 0),
  },
  metric: {
    name: "metrics",
    price: PRICES.metric,
    usage: true,
    quantity: (target, { events }) =>
      target.controls.reduce(
        (sum, { filter }) => sum + (filter.metric.defaultValue === undefined ? Math.min(events / HOURS, 1) : 1),
        target.liveness?.heartbeat ? 1 : 0,
      ),
  },
  email: { name: "emails", price: PRICES.email, usage: true, quantity: deliveries(/^email/) },
  https: { name: "HTTPS deliveries", price: PRICES.https, usage: true, quantity: deliveries(/^https?$/) },
  logsIngested: { name: "GB into log groups", price: PRICES.logsIngested, usage: true, quantity: ofTrail },
  logsKept: { name: "GB kept in log groups", price: PRICES.logsKept, usage: true, quantity: ofTrail },
  bucketKept: { name: "GB kept in buckets", price: PRICES.bucketKept, usage: true, quantity: ofTrail },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;

/** What each type of resource in the stacks is charged as; nothing, where it is free. A new type gets an entry here. */
export const CHARGED_AS: Readonly<Record<string, readonly KindName[]>> = {
  aws_cloudwatch_log_metric_filter: ["metric"],
  aws_cloudwatch_metric_alarm: ["alarm"],
  aws_cloudwatch_dashboard: ["dashboard"],
  aws_cloudwatch_query_definition: [],
  aws_scheduler_schedule: [],
  aws_sns_topic: [],
  aws_sns_topic_policy: [],
  aws_sns_topic_subscription: ["email", "https"],
  aws_cloudwatch_event_bus: [],
  aws_cloudwatch_event_bus_policy: [],
  aws_cloudwatch_event_rule: [],
  aws_cloudwatch_event_target: [],
  aws_sqs_queue: [],
  aws_sqs_queue_policy: [],
  aws_kms_key: ["key"],
  aws_kms_alias: [],
  aws_chatbot_slack_channel_configuration: [],
  aws_chatbot_teams_channel_configuration: [],
  aws_cloudtrail: [],
  aws_cloudwatch_log_group: ["logsIngested", "logsKept"],
  aws_s3_bucket: ["bucketKept"],
  aws_s3_bucket_lifecycle_configuration: [],
  aws_s3_bucket_ownership_controls: [],
  aws_s3_bucket_policy: [],
  aws_s3_bucket_public_access_block: [],
  aws_s3_bucket_server_side_encryption_configuration: [],
  aws_s3_bucket_versioning: [],
  aws_cloudformation_stack_set: [],
  aws_cloudformation_stack_set_instance: [],
  aws_iam_role: [],
  aws_iam_role_policy: [],
};
