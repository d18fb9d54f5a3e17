import { accountRoot, type Locality } from "./arn";
import type { Statement } from "./policy";

/** What takes away what a key protects: the key's end, and a policy that drops the guard. */
const ENDING = ["kms:DisableKey", "kms:ScheduleKeyDeletion", "kms:PutKeyPolicy"];

/**
 * The statements that every key made here begins with: the account administers it, but only its keepers may disable it,
 * schedule its deletion or change its policy. With no keeper known, every administrator may.
 */
export function keyGuard(keepers: readonly string[], at: Locality): Statement[] {
  const administration: Statement = {
    Sid: "AccountAdministers",
    Effect: "Allow",
    Principal: { AWS: accountRoot(at) },
    Action: "kms:*",
    Resource: "*",
  };
  const protection: Statement = {
    Sid: "OnlyKeepersEndIt",
    Effect: "Deny",
    Principal: "*",
    Action: ENDING,
    Resource: "*",
    Condition: { ArnNotLike: { "aws:PrincipalArn": keepers } },
  };
  return keepers.length > 0 ? [administration, protection] : [administration];
}
