import type { Target } from "../../fleet";
import type { Need, Scope } from "../need";
import { ROLES } from "../scopes";

/** Who may or may not name what bounds the roles that are made. */
type Bounding = Pick<Target, "permissionsBoundary">;

const LOOK = ["iam:GetRole", "iam:ListRolePolicies", "iam:ListAttachedRolePolicies"];
const CHANGE = ["iam:UpdateAssumeRolePolicy", "iam:UpdateRoleDescription", "iam:TagRole", "iam:UntagRole"];
const END = ["iam:DeleteRole", "iam:ListInstanceProfilesForRole"];

/**
 * What the resources of IAM ask for on roles. Where a permissions boundary is named, a role is made, bounded and given
 * rights with that boundary alone, and nothing takes it off. What gives a role no right is asked without that condition:
 * Terraform changes the trust of a role that was made before the boundary, and then bounds it.
 *
 * Source: IAM User Guide, "Delegating responsibility to others using permissions boundaries".
 */
export const roleNeeds = <P extends Bounding>(scope: Scope<P>) => {
  const unbounded: Scope<P> = { ...scope, on: (place) => (place.permissionsBoundary ? [] : scope.on(place)) };
  const bounded: Scope<P> = {
    ...scope,
    sid: `Bounded${scope.sid}`,
    label: `${scope.label}, where the config names a permissions boundary`,
    on: (place) => (place.permissionsBoundary ? scope.on(place) : []),
  };
  const making: Scope<P> = {
    ...bounded,
    sid: `Make${bounded.sid}`,
    label: `${scope.label}, with that permissions boundary alone`,
    bounded: ({ permissionsBoundary }) => (permissionsBoundary ? [permissionsBoundary] : []),
  };
  return {
    aws_iam_role: [
      { scope: unbounded, read: LOOK, write: ["iam:CreateRole", ...CHANGE], end: END },
      { scope: bounded, read: LOOK, write: CHANGE, end: END },
      { scope: making, write: ["iam:CreateRole", "iam:PutRolePermissionsBoundary"] },
    ],
    aws_iam_role_policy: [
      { scope: unbounded, read: ["iam:GetRolePolicy"], write: ["iam:PutRolePolicy"], end: ["iam:DeleteRolePolicy"] },
      { scope: bounded, read: ["iam:GetRolePolicy"], end: ["iam:DeleteRolePolicy"] },
      { scope: making, write: ["iam:PutRolePolicy"] },
    ],
  } as const satisfies Record<string, readonly Need<P>[]>;
};

/** What the roles of a trail, a relay and a heartbeat ask for. */
export const IAM = roleNeeds(ROLES);
