import type { Severity } from "../controls";
import type { EventPattern } from "./pattern";

/**
 * What a message takes from an event: the variables of an input transformer, each with its path in the event.
 *
 * `key` is the ARN that KMS records in the answers of its management calls, `asked` what the caller named.
 * Sources: CloudTrail User Guide, "CloudTrail record contents"; KMS Developer Guide, "Logging AWS KMS API calls".
 */
export const VARIABLES = {
  account: "$.account",
  time: "$.time",
  eventId: "$.detail.eventID",
  call: "$.detail.eventName",
  caller: "$.detail.userIdentity.arn",
  callerId: "$.detail.userIdentity.principalId",
  callerType: "$.detail.userIdentity.type",
  sourceIp: "$.detail.sourceIPAddress",
  userAgent: "$.detail.userAgent",
  key: "$.detail.responseElements.keyId",
  asked: "$.detail.requestParameters.keyId",
  goneAt: "$.detail.responseElements.deletionDate",
  errorCode: "$.detail.errorCode",
  errorMessage: "$.detail.errorMessage",
  nativeKey: "$.detail.key-id",
} as const;

export type Variable = keyof typeof VARIABLES;

/**
 * What happens to keys and is told at once, as data: the next alert is an entry and no code.
 *
 * In its texts `<variable>` stands for what the event says, and `<account>`, `<region>` and `<partition>` for where it
 * happened. A fact that is a variable alone may hold whatever a caller has chosen; within longer texts stand only
 * variables that no caller can choose, because EventBridge puts those in unescaped.
 */
export interface EventAlert {
  /** Names the rule, with the fleet's name in front. */
  readonly id: string;
  readonly severity: Severity;
  /** What has happened, in a few words. */
  readonly title: string;
  /** What that means. */
  readonly meaning: string;
  readonly pattern: EventPattern;
  /** What the message says beside account, region and time: labels, and the text of each. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  /** What to do at once. */
  readonly now: string;
  /** The variable that names the key in the link to the console; none where the key is gone or was refused. */
  readonly page?: Variable;
  /** Whose runbook tells more: the id of a control. */
  readonly runbook: string;
}
