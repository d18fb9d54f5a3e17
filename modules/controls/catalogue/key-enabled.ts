import { keywatchControl } from "../define";
import { event, FROM_KMS, pattern, SUCCEEDED } from "./conditions";

export const keyEnabled = keywatchControl({
  id: "key-enabled",
  name: "KMSKeyEnabled",
  title: "A disabled KMS key was enabled again",
  severity: "low",
  pattern: pattern(FROM_KMS, SUCCEEDED, event("EnableKey")),
  subject: "key",
  meaning:
    "Good news, as a rule: a disabled KMS key was enabled and can be used again. One that was disabled on purpose can be, too.",
  response: "Find EnableKey in CloudTrail: key and caller. If the key was to stay disabled: aws kms disable-key.",
  sources: ["https://docs.aws.amazon.com/kms/latest/developerguide/ct-enablekey.html"],
});
