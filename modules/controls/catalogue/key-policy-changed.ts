import { keywatchControl } from "../define";
import { BY_NO_SERVICE, event, FROM_KMS, NOT_BY_DEPLOY_ROLE, pattern, SUCCEEDED } from "./conditions";

/**
 * Services make and retire grants all day for volumes and databases; these are left out, and so is what CloudFormation
 * does. Where several roles deploy, a pattern of one's own must name each; where a target has no role, everybody counts.
 */
export const keyPolicyChanged = keywatchControl({
  id: "key-policy-changed",
  name: "KMSKeyPolicyChanged",
  title: "The policy or the grants of a KMS key were changed by another than the deploy role",
  severity: "high",
  pattern: pattern(
    FROM_KMS,
    SUCCEEDED,
    BY_NO_SERVICE,
    NOT_BY_DEPLOY_ROLE,
    event("PutKeyPolicy", "CreateGrant", "RevokeGrant", "RetireGrant"),
  ),
  subject: "key",
  meaning:
    "Somebody other than the deploy role changed the policy of a KMS key or a grant on it: others may use the key, or its users no longer may.",
  response:
    "Find PutKeyPolicy, CreateGrant, RevokeGrant and RetireGrant in CloudTrail: key, caller and what was granted. If nobody meant it: aws kms put-key-policy with the former policy, or aws kms revoke-grant.",
  sources: [
    "https://docs.aws.amazon.com/kms/latest/developerguide/ct-put-key-policy.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/ct-creategrant.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/ct-revoke-grant.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/ct-retire-grant.html",
  ],
});
