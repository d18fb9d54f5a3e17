import { keywatchControl } from "../define";
import { event, FROM_KMS, pattern, SUCCEEDED } from "./conditions";

export const keyMaterialDeleted = keywatchControl({
  id: "key-material-deleted",
  name: "KMSKeyMaterialDeleted",
  title: "Imported key material was deleted or has expired",
  severity: "critical",
  pattern: pattern(FROM_KMS, SUCCEEDED, event("DeleteImportedKeyMaterial", "DeleteExpiredKeyMaterial")),
  subject: "key",
  meaning:
    "The imported material of a KMS key was deleted or has expired: the key is unusable at once, without a waiting period.",
  response:
    "Find DeleteImportedKeyMaterial and DeleteExpiredKeyMaterial in CloudTrail: key and caller. Import the same material again: aws kms import-key-material.",
  sources: [
    "https://docs.aws.amazon.com/kms/latest/developerguide/ct-deleteimportedkeymaterial.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/ct-deleteexpiredkeymaterial.html",
  ],
});
