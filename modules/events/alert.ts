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

/** What happens to keys and is told at once, as data: the next alert is an entry and no code. */
export interface EventAlert {
  /** Names the rule, with the fleet's name in front. */
  readonly id: string;
  readonly severity: Severity;
  /** What has happened: one sentence. */
  readonly headline: string;
  readonly pattern: EventPattern;
  /** Lines of the message after time, account and region: a label, and the variable whose value stands there. */
  readonly lines: readonly (readonly [label: string, variable: Variable])[];
  /**
   * What to do at once. `<key>`, `<nativeKey>` and `<region>` are filled in: a caller cannot choose what they are.
   */
  readonly now: string;
  /** The variable that names the key in links to the console; none where the key is gone or was refused. */
  readonly page?: Variable;
}
