import { keywatchControl } from "../define";
import { event, FROM_KMS, pattern, SUCCEEDED } from "./conditions";

export const keyRotationDisabled = keywatchControl({
  id: "key-rotation-disabled",
  name: "KMSKeyRotationDisabled",
  title: "The rotation of a KMS key was switched off",
  severity: "medium",
  pattern: pattern(FROM_KMS, SUCCEEDED, event("DisableKeyRotation")),
  subject: "key",
  meaning: "The yearly rotation of a KMS key was switched off: it will keep its material.",
  response: "Find DisableKeyRotation in CloudTrail: key and caller. If nobody meant it: aws kms enable-key-rotation.",
  sources: ["https://docs.aws.amazon.com/kms/latest/developerguide/ct-disable-key-rotation.html"],
});
