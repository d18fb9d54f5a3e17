import { type Partition, SERVICE } from "../aws";

/**
 * The heartbeat: EventBridge Scheduler calls KMS for a random byte once an hour. The call needs no key and changes
 * nothing, CloudTrail records it as it records the end of a key, and a metric filter counts it. A scheduler cannot call
 * what only reads: operations that begin with `list`, `get` or `describe` are refused.
 *
 * Source: EventBridge Scheduler User Guide, "Using universal targets"; KMS Developer Guide, "Logging AWS KMS API calls
 * with AWS CloudTrail".
 */
export const HEARTBEAT = {
  rate: "rate(1 hour)",
  action: "kms:GenerateRandom",
  input: { NumberOfBytes: 1 },
} as const;

/** The operation as a target of EventBridge Scheduler. */
export const heartbeatTarget = (partition: Partition): string =>
  `arn:${partition}:scheduler:::aws-sdk:kms:generateRandom`;

/** The metric that heartbeats are counted by; its filter has the same name. */
export const HEARTBEAT_METRIC = { namespace: "Keywatch", name: "KeywatchHeartbeats" } as const;

/** The pattern that counts the calls of one schedule, by the ARN of its role. */
export const heartbeatPattern = (role: string): string =>
  `{ ($.eventSource = ${SERVICE.kms}) && ($.eventName = GenerateRandom) && ($.userIdentity.sessionContext.sessionIssuer.arn = "${role}") }`;
