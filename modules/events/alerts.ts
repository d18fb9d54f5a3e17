import type { EventAlert } from "./alert";
import { API_CALL } from "./event";
import type { EventPattern } from "./pattern";

const SUCCEEDED = { errorCode: [{ exists: false }] } as const;
const REFUSED = { errorCode: [{ exists: true }] } as const;

const calls = (names: readonly string[], outcome: EventPattern): EventPattern => ({
  source: ["aws.kms"],
  "detail-type": [API_CALL],
  detail: { eventSource: ["kms.amazonaws.com"], eventName: names, ...outcome },
});

const tells = (detailType: string): EventPattern => ({ source: ["aws.kms"], "detail-type": [detailType] });

const WHO = [
  ["caller", "caller"],
  ["caller type", "callerType"],
  ["source IP", "sourceIp"],
  ["user agent", "userAgent"],
] as const satisfies EventAlert["lines"];

/**
 * What the fast path tells. Calls that succeeded and calls that were refused are alerts of their own, so that a message
 * names nothing that its event does not hold.
 *
 * Source: KMS Developer Guide, "Monitoring KMS keys with Amazon EventBridge" and "Logging AWS KMS API calls".
 */
export const EVENT_ALERTS: readonly EventAlert[] = [
  {
    id: "key-deletion-scheduled",
    severity: "critical",
    headline:
      "A KMS key was scheduled for deletion. What it encrypts is unreadable now, and for good from the date below.",
    pattern: calls(["ScheduleKeyDeletion"], SUCCEEDED),
    lines: [["key", "key"], ["key gone at", "goneAt"], ...WHO],
    now: "aws kms cancel-key-deletion --region <region> --key-id <key> && aws kms enable-key --region <region> --key-id <key>",
    page: "asked",
  },
  {
    id: "key-disabled",
    severity: "critical",
    headline: "A KMS key was disabled. What it encrypts is unreadable until it is enabled again.",
    pattern: calls(["DisableKey"], SUCCEEDED),
    lines: [["key", "key"], ...WHO],
    now: "aws kms enable-key --region <region> --key-id <key>",
    page: "asked",
  },
  {
    id: "key-material-deleted",
    severity: "critical",
    headline:
      "The imported material of a KMS key was deleted. What it encrypts is unreadable until it is imported again.",
    pattern: calls(["DeleteImportedKeyMaterial"], SUCCEEDED),
    lines: [["key", "key"], ...WHO],
    now: "Import the same material again: aws kms get-parameters-for-import, then aws kms import-key-material.",
    page: "asked",
  },
  {
    id: "key-attempt-refused",
    severity: "high",
    headline: "Somebody tried to end a KMS key and was refused. Nothing has changed.",
    pattern: calls(["DisableKey", "ScheduleKeyDeletion", "DeleteImportedKeyMaterial"], REFUSED),
    lines: [
      ["call", "call"],
      ["key asked for", "asked"],
      ["error", "errorCode"],
      ["error message", "errorMessage"],
      ...WHO,
    ],
    now: "Ask the caller. If nobody knows of it, end the caller's sessions and look at what else it called.",
  },
  {
    id: "key-deleted",
    severity: "critical",
    headline: "A KMS key was deleted for good. Nothing that it alone encrypts can be read again.",
    pattern: tells("KMS CMK Deletion"),
    lines: [["key", "nativeKey"]],
    now: "Find what used it: search CloudTrail for the key <nativeKey>, and restore from copies under other keys.",
  },
  {
    id: "key-material-expired",
    severity: "critical",
    headline:
      "The imported material of a KMS key has expired. What it encrypts is unreadable until it is imported again.",
    pattern: tells("KMS Imported Key Material Expiration"),
    lines: [["key", "nativeKey"]],
    now: "Import the same material again: aws kms get-parameters-for-import, then aws kms import-key-material.",
    page: "nativeKey",
  },
  {
    id: "key-rescued",
    severity: "low",
    headline: "A KMS key was enabled again, or its deletion cancelled.",
    pattern: calls(["CancelKeyDeletion", "EnableKey"], SUCCEEDED),
    lines: [["call", "call"], ["key", "key"], ...WHO],
    now: "Nothing, if this was you. A key whose deletion was cancelled stays disabled until it is enabled.",
    page: "asked",
  },
];

/** Every event that is told: what an account sends on to the hub. */
export const ANY_ALERT: EventPattern = {
  source: ["aws.kms"],
  $or: [
    {
      "detail-type": [API_CALL],
      detail: {
        eventSource: ["kms.amazonaws.com"],
        eventName: ["ScheduleKeyDeletion", "DisableKey", "DeleteImportedKeyMaterial", "CancelKeyDeletion", "EnableKey"],
      },
    },
    { "detail-type": ["KMS CMK Deletion", "KMS Imported Key Material Expiration"] },
  ],
};
