import { logGroupArn, trailArn } from "../../aws";
import { furtherAlarms, type Target } from "../../fleet";
import { controlAddress, HEARTBEAT_ADDRESS, TRAIL_ADDRESS } from "../../names";
import { ruleKey } from "../audit/collect/rules";

/** Something that a stack makes under a name that somebody else may have taken. */
export interface Claim {
  /** Terraform address with its type. */
  readonly address: string;
  readonly what: "metric filter" | "alarm" | "topic" | "rule" | "trail" | "log group";
  /** Name or ARN that it is found by. */
  readonly name: string;
  /** What an apply does where it exists already: AWS takes the new settings without a word, or refuses. */
  readonly apply: "overwrites it" | "fails at it";
  /** The word of `adopt` that takes it over instead. */
  readonly adopt?: string;
}

/** What a target's stack makes by name. What is added to targets gets its row here. */
const CLAIMS: readonly ((target: Target) => Claim[])[] = [
  ({ controls }) =>
    controls.map(({ id, filter }) => ({
      address: `aws_cloudwatch_log_metric_filter.${controlAddress(id)}`,
      what: "metric filter",
      name: filter.name,
      apply: "overwrites it",
      adopt: "filter",
    })),
  ({ controls }) =>
    controls.map(({ id, alarm }) => ({
      address: `aws_cloudwatch_metric_alarm.${controlAddress(id)}`,
      what: "alarm",
      name: alarm.name,
      apply: "overwrites it",
      adopt: "alarm",
    })),
  (target) =>
    furtherAlarms(target).map(({ address, alarm }) => ({
      address: `aws_cloudwatch_metric_alarm.${address}`,
      what: "alarm",
      name: alarm.name,
      apply: "overwrites it",
    })),
  ({ liveness }) =>
    liveness?.heartbeat
      ? [
          {
            address: `aws_cloudwatch_log_metric_filter.${HEARTBEAT_ADDRESS}`,
            what: "metric filter",
            name: liveness.heartbeat.filter.name,
            apply: "overwrites it",
          },
        ]
      : [],
  ({ topics }) =>
    topics
      .filter(({ kind }) => kind === "made")
      .map(({ address, arn }) => ({
        address: `aws_sns_topic.${address}`,
        what: "topic",
        name: arn,
        apply: "overwrites it",
        adopt: "topic",
      })),
  ({ fastPath }) =>
    (fastPath?.rules ?? []).map(({ address, name, onHubBus }) => ({
      address: `aws_cloudwatch_event_rule.${address}`,
      what: "rule",
      name: ruleKey(name, onHubBus ? fastPath?.bus?.name : undefined),
      apply: "overwrites it",
    })),
  (target) => {
    const { trail } = target;
    if (!trail?.created) return [];
    const at = { ...target, account: target.account.id };
    return [
      {
        address: `aws_cloudtrail.${TRAIL_ADDRESS}`,
        what: "trail",
        name: trailArn(at, trail.created.name),
        apply: "fails at it",
      },
      {
        address: `aws_cloudwatch_log_group.${TRAIL_ADDRESS}`,
        what: "log group",
        name: logGroupArn(at, trail.logGroup),
        apply: "fails at it",
      },
    ];
  },
];

/** What a target's stack makes by name and does not take over. */
export const claimsOf = (target: Target): Claim[] =>
  CLAIMS.flatMap((claims) => claims(target)).filter(({ address }) => !target.adopted.some(({ to }) => to === address));
