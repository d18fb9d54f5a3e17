import { keywatchControl } from "../define";
import { event, FROM_KMS, pattern, SUCCEEDED } from "./conditions";

export const keyDeletionCancelled = keywatchControl({
  id: "key-deletion-cancelled",
  name: "KMSKeyDeletionCancelled",
  title: "The deletion of a KMS key was cancelled",
  severity: "low",
  pattern: pattern(FROM_KMS, SUCCEEDED, event("CancelKeyDeletion")),
  subject: "key",
  meaning: "Good news: the deletion of a KMS key was cancelled. The key stays disabled until somebody enables it.",
  response: "Find CancelKeyDeletion in CloudTrail: key and caller. If the key shall work again: aws kms enable-key.",
  sources: ["https://docs.aws.amazon.com/kms/latest/developerguide/ct-cancel-key-deletion.html"],
});
