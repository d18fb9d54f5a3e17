import { keywatchControl } from "../define";
import { event, FROM_KMS, pattern, SUCCEEDED } from "./conditions";

/** The events of CIS 4.7 without those that were refused, beside the benchmark's filter, to which nothing may be added. */
export const keyLost = keywatchControl({
  id: "key-disabled-or-deletion-scheduled",
  name: "KMSKeyDisabledOrDeletionScheduled",
  title: "A KMS key was disabled or scheduled for deletion, and AWS did it",
  severity: "critical",
  pattern: pattern(FROM_KMS, SUCCEEDED, event("DisableKey", "ScheduleKeyDeletion")),
  subject: "key",
  meaning: "AWS disabled a KMS key or scheduled its deletion, as somebody asked: what it encrypts becomes unreadable.",
  response:
    "Find DisableKey and ScheduleKeyDeletion in CloudTrail: key and caller. If nobody meant it: aws kms cancel-key-deletion, then aws kms enable-key.",
  sources: [
    "https://docs.aws.amazon.com/kms/latest/developerguide/ct-disablekey.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/ct-schedule-key-deletion.html",
  ],
});
