import { keywatchControl } from "../define";
import { event, FROM_KMS, pattern, SUCCEEDED } from "./conditions";

/**
 * CloudTrail shows the date when it is set and the end when it has come, nothing between. `expirationModel` is not asked
 * for, since a call may leave it out; material that expires always has a `validTo`.
 */
export const keyMaterialExpires = keywatchControl({
  id: "key-material-expires",
  name: "KMSKeyMaterialExpires",
  title: "Key material was imported that will expire",
  severity: "medium",
  pattern: pattern(FROM_KMS, SUCCEEDED, event("ImportKeyMaterial"), '($.requestParameters.validTo = "*")'),
  subject: "key",
  meaning:
    "Material was imported into a KMS key with a date on which it expires: on that day the key becomes unusable.",
  response:
    "Find ImportKeyMaterial in CloudTrail: key and validTo. Set an alarm on SecondsUntilKeyMaterialExpiration of that key, or import the material again without a date.",
  sources: [
    "https://docs.aws.amazon.com/kms/latest/developerguide/ct-importkeymaterial.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/imported-key-material-expiration-alarm.html",
  ],
});
