import { keywatchControl } from "../define";

/** The pattern is the one that AWS documents. */
export const keyUsedWhilePendingDeletion = keywatchControl({
  id: "key-used-while-pending-deletion",
  name: "KMSKeyUsedWhilePendingDeletion",
  title: "A KMS key that waits for its deletion is still in use",
  severity: "critical",
  pattern: '{ $.eventSource = kms* && $.errorMessage = "* is pending deletion."}',
  subject: "key",
  meaning: "Somebody or something tried to use a KMS key that waits for its deletion, and failed: it is still needed.",
  response:
    'Find errorMessage "is pending deletion" in CloudTrail: key and caller. If the data matters: aws kms cancel-key-deletion, then aws kms enable-key, before the deletion date.',
  sources: ["https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys-creating-cloudwatch-alarm.html"],
});
