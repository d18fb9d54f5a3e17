import type { Need, Scope } from "../need";
import { ROLES } from "../scopes";

/** What the resources of IAM ask for on roles. */
export const roleNeeds = <P>(scope: Scope<P>) =>
  ({
    aws_iam_role: [
      {
        scope,
        read: ["iam:GetRole", "iam:ListRolePolicies", "iam:ListAttachedRolePolicies"],
        write: [
          "iam:CreateRole",
          "iam:UpdateAssumeRolePolicy",
          "iam:UpdateRoleDescription",
          "iam:TagRole",
          "iam:UntagRole",
        ],
        end: ["iam:DeleteRole", "iam:ListInstanceProfilesForRole"],
      },
    ],
    aws_iam_role_policy: [
      { scope, read: ["iam:GetRolePolicy"], write: ["iam:PutRolePolicy"], end: ["iam:DeleteRolePolicy"] },
    ],
  }) as const satisfies Record<string, readonly Need<P>[]>;

/** What the roles of a trail, a relay and a heartbeat ask for. */
export const IAM = roleNeeds(ROLES);
