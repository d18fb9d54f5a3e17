import type { Need } from "../need";
import { ROLES } from "../scopes";

/** What the resources of IAM ask for. */
export const IAM = {
  aws_iam_role: [
    {
      scope: ROLES,
      read: ["iam:GetRole", "iam:ListRolePolicies", "iam:ListAttachedRolePolicies"],
      write: [
        "iam:CreateRole",
        "iam:DeleteRole",
        "iam:ListInstanceProfilesForRole",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRoleDescription",
        "iam:TagRole",
        "iam:UntagRole",
      ],
    },
  ],
  aws_iam_role_policy: [
    { scope: ROLES, read: ["iam:GetRolePolicy"], write: ["iam:PutRolePolicy", "iam:DeleteRolePolicy"] },
  ],
} as const satisfies Record<string, readonly Need[]>;
