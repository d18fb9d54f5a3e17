import { ON_FIRST } from "../controls";
import type { LivenessCheck } from "./check";
import { HEARTBEAT_METRIC } from "./heartbeat";

/** Seconds of a period in which nothing may be missed. With an hour or more an alarm can look back a week. */
export const HOUR = 3600;

/**
 * Nothing counted in any of the last hours. Hours, because CloudTrail takes up to a quarter of one to deliver, and
 * because a metric that nothing feeds reports no zero: it is missing.
 */
const ON_SILENCE = {
  statistic: "Sum",
  period: HOUR,
  threshold: 1,
  comparison: "LessThanThreshold",
  missingData: "breaching",
  actionsEnabled: true,
} as const;

const SNS_METRICS = "https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html";

/** Every check of the alert path. */
export const LIVENESS_CHECKS: readonly LivenessCheck[] = [
  {
    id: "trail-silent",
    subject: "delivery",
    title: "The trail delivers nothing to its log group",
    severity: "critical",
    metric: { namespace: "AWS/Logs", name: "IncomingLogEvents", dimension: "LogGroupName" },
    alarm: { name: "KeywatchTrailSilentAlarm", evaluationPeriods: 6, ...ON_SILENCE },
    meaning: "No event has reached the trail's log group for hours: no control can fire, whatever happens to the keys.",
    response:
      "Look at the trail: aws cloudtrail get-trail-status says whether it is logging and why it cannot deliver. Until it does, watch the event history.",
    source:
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Monitoring-CloudWatch-Metrics.html",
  },
  {
    id: "heartbeat-missing",
    subject: "heartbeat",
    title: "The heartbeat of the alert path is missing",
    severity: "critical",
    metric: HEARTBEAT_METRIC,
    alarm: { name: "KeywatchHeartbeatMissingAlarm", evaluationPeriods: 3, ...ON_SILENCE },
    meaning:
      "The call to KMS that Keywatch makes every hour was not counted for hours: KMS events no longer get from CloudTrail to the metric filters.",
    response:
      "Look for GenerateRandom in the event history. If it is there, the trail leaves KMS events out or does not deliver; if not, the schedule or its role is gone.",
    source: "https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html",
  },
  {
    id: "notifications-failed",
    subject: "notifications",
    title: "The topic could not deliver a notification",
    severity: "high",
    metric: { namespace: "AWS/SNS", name: "NumberOfNotificationsFailed", dimension: "TopicName" },
    alarm: { name: "KeywatchNotificationsFailedAlarm", ...ON_FIRST },
    meaning:
      "SNS could not deliver a message of the topic to one of its subscriptions: somebody did not hear of an alert.",
    response:
      "Look at the alarms that fired at that time and tell people by other means. Then find the subscription: a queue or function whose policy changed, or an endpoint that does not answer.",
    source: SNS_METRICS,
  },
  {
    id: "notifications-lost",
    subject: "notifications",
    title: "The topic could not even keep a notification that failed",
    severity: "critical",
    metric: { namespace: "AWS/SNS", name: "NumberOfNotificationsFailedToRedriveToDlq", dimension: "TopicName" },
    needsDeadLetters: true,
    alarm: { name: "KeywatchNotificationsLostAlarm", ...ON_FIRST },
    meaning: "SNS could neither deliver a message of the topic nor put it into the dead-letter queue: it is lost.",
    response:
      "Look at the alarms that fired at that time and tell people by other means. Then look at the queue: it must exist, let sns.amazonaws.com send, and let SNS use its key.",
    source: SNS_METRICS,
  },
];

/** Hours without an event that are normal where no heartbeat makes any. */
export const QUIET_HOURS = 24;
