import { SERVICE } from "../aws";
import type { EventAlert } from "./alert";
import { API_CALL } from "./event";
import type { EventPattern } from "./pattern";

/** Calls that end a key, and calls that take that back. */
const ENDING = ["ScheduleKeyDeletion", "DisableKey", "DeleteImportedKeyMaterial"] as const;
const RESCUING = ["CancelKeyDeletion", "EnableKey"] as const;

/** Types of events that KMS itself sends. */
const DELETION = "KMS CMK Deletion";
const EXPIRATION = "KMS Imported Key Material Expiration";

const SUCCEEDED = { errorCode: [{ exists: false }] } as const;
const REFUSED = { errorCode: [{ exists: true }] } as const;

/** Whether KMS named the day of a deletion: of a multi-Region primary that still has replicas it cannot know it. */
const dated = (exists: boolean): EventPattern => ({ ...SUCCEEDED, responseElements: { deletionDate: [{ exists }] } });

const calls = (names: readonly string[], outcome: EventPattern): EventPattern => ({
  source: ["aws.kms"],
  "detail-type": [API_CALL],
  detail: { eventSource: [SERVICE.kms], eventName: names, ...outcome },
});

const tells = (detailType: string): EventPattern => ({ source: ["aws.kms"], "detail-type": [detailType] });

const WHO = [
  ["caller", "<caller>"],
  ["caller id", "<callerId>"],
  ["caller type", "<callerType>"],
  ["source IP", "<sourceIp>"],
  ["user agent", "<userAgent>"],
] as const satisfies EventAlert["facts"];

/** The key of KMS's own events, which name its id alone. */
const NATIVE_KEY = "arn:<partition>:kms:<region>:<account>:key/<nativeKey>";

const CANCEL =
  "aws kms cancel-key-deletion --region <region> --key-id <key> && aws kms enable-key --region <region> --key-id <key>";

const IMPORT_AGAIN =
  "Import the same material again: aws kms get-parameters-for-import, then aws kms import-key-material.";

/**
 * What the fast path tells. Calls that succeeded and calls that were refused are alerts of their own, so that a message
 * names nothing that its event does not hold.
 *
 * Sources: KMS Developer Guide, "Monitor KMS keys with Amazon EventBridge", "Logging AWS KMS API calls" and "Deleting
 * multi-Region keys".
 */
export const EVENT_ALERTS: readonly EventAlert[] = [
  {
    id: "key-deletion-scheduled",
    severity: "critical",
    title: "A KMS key was scheduled for deletion",
    meaning: "What <key> encrypts is unreadable now, and for good from this date: <goneAt>.",
    pattern: calls(["ScheduleKeyDeletion"], dated(true)),
    facts: [["key", "<key>"], ["key gone at", "<goneAt>"], ...WHO],
    now: CANCEL,
    page: "asked",
    runbook: "cis-4.7",
  },
  {
    id: "key-deletion-awaits-replicas",
    severity: "critical",
    title: "A multi-Region KMS key was scheduled for deletion once its replicas are gone",
    meaning:
      "<key> encrypts and decrypts nothing now. Its replicas still do. Its waiting period starts when the last of them is deleted.",
    pattern: calls(["ScheduleKeyDeletion"], dated(false)),
    facts: [["key", "<key>"], ...WHO],
    now: CANCEL,
    page: "asked",
    runbook: "cis-4.7",
  },
  {
    id: "key-disabled",
    severity: "critical",
    title: "A KMS key was disabled",
    meaning: "What <key> encrypts is unreadable until the key is enabled again.",
    pattern: calls(["DisableKey"], SUCCEEDED),
    facts: [["key", "<key>"], ...WHO],
    now: "aws kms enable-key --region <region> --key-id <key>",
    page: "asked",
    runbook: "cis-4.7",
  },
  {
    id: "key-material-deleted",
    severity: "critical",
    title: "The imported material of a KMS key was deleted",
    meaning: "What <key> encrypts is unreadable until the material is imported again.",
    pattern: calls(["DeleteImportedKeyMaterial"], SUCCEEDED),
    facts: [["key", "<key>"], ...WHO],
    now: IMPORT_AGAIN,
    page: "asked",
    runbook: "key-material-deleted",
  },
  {
    id: "key-attempt-refused",
    severity: "high",
    title: "Somebody tried to end a KMS key and was refused",
    meaning: "Nothing has changed.",
    pattern: calls(ENDING, REFUSED),
    facts: [
      ["call", "<call>"],
      ["key asked for", "<asked>"],
      ["error", "<errorCode>"],
      ["error message", "<errorMessage>"],
      ...WHO,
    ],
    now: "Ask the caller. If nobody knows of it, end the caller's sessions and look at what else it called.",
    runbook: "cis-4.7",
  },
  {
    id: "key-deleted",
    severity: "critical",
    title: "A KMS key was deleted for good",
    meaning: `Nothing that ${NATIVE_KEY} alone encrypts can be read again.`,
    pattern: tells(DELETION),
    facts: [["key", NATIVE_KEY]],
    now: "Find what used the key: search CloudTrail for its ARN, and restore from copies under other keys.",
    runbook: "key-deleted",
  },
  {
    id: "key-material-expired",
    severity: "critical",
    title: "The imported material of a KMS key has expired",
    meaning: `What ${NATIVE_KEY} encrypts is unreadable until the material is imported again.`,
    pattern: tells(EXPIRATION),
    facts: [["key", NATIVE_KEY]],
    now: IMPORT_AGAIN,
    page: "nativeKey",
    runbook: "key-material-deleted",
  },
  {
    id: "key-rescued",
    severity: "low",
    title: "A KMS key was enabled again, or its deletion cancelled",
    meaning: "A key whose deletion was cancelled stays disabled until it is enabled.",
    pattern: calls(RESCUING, SUCCEEDED),
    facts: [["call", "<call>"], ["key", "<key>"], ...WHO],
    now: "Nothing, if this was you.",
    page: "asked",
    runbook: "key-deletion-cancelled",
  },
];

/** Every event that is told: what an account sends on to the hub. */
export const ANY_ALERT: EventPattern = {
  source: ["aws.kms"],
  $or: [
    {
      "detail-type": [API_CALL],
      detail: { eventSource: [SERVICE.kms], eventName: [...ENDING, ...RESCUING] },
    },
    { "detail-type": [DELETION, EXPIRATION] },
  ],
};
