import type { IdentityStatement, Locality, PolicyDocument, TrustStatement } from "../aws";
import type { RunRoles, Target } from "../fleet";
import { CALLERS, type CallerRole, type Ground } from "./callers";
import { documentsOf } from "./documents";
import { isMember, MEMBER_JOBS, type MemberKind } from "./jobs";
import { type RoleKind, type RoleName, roleNameOf } from "./role-names";
import { statementsOf } from "./statements";
import { externalIdsOf, type Trusted, trustPolicy, type Use } from "./trust";

/** A role with all that IAM must know of it. */
export interface RoleDescription extends RoleName {
  readonly kind: RoleKind;
  readonly description: string;
  /** Absent where nobody was named. */
  readonly trust?: PolicyDocument<TrustStatement>;
  /** Managed policies: one where IAM's size limit allows it. */
  readonly policies: readonly { readonly name: string; readonly document: PolicyDocument<IdentityStatement> }[];
}

/** What roles are described for. */
export interface Asked extends Ground {
  readonly kinds: readonly RoleKind[];
  /** Those in whose accounts the roles are made that accounts have; at least one. */
  readonly targets: readonly Target[];
  readonly trusted: readonly Trusted[];
  /** How runs of HCP Terraform get credentials, where the config says it. */
  readonly runRoles?: RunRoles;
  /** What stands for the id of an account in the roles that are made in it. */
  readonly accountText: (id: string) => string;
  /** Where the roles are made, as the principals of their trust name it. */
  readonly at: Locality;
}

/** Roles with exactly what they need. */
export const describeRoles = (asked: Asked): RoleDescription[] => asked.kinds.map((kind) => describeRole(kind, asked));

function describeRole(kind: RoleKind, asked: Asked): RoleDescription {
  const { path, name, description, changes, externalIds, statements } = isMember(kind)
    ? memberRole(kind, asked)
    : CALLERS[kind](asked);
  const { trusted, runRoles, at } = asked;
  return {
    kind,
    path,
    name,
    description,
    ...(trusted.length > 0
      ? { trust: trustPolicy(trusted, { use: useOf(kind, changes, runRoles), externalIds }, at) }
      : {}),
    policies: documentsOf(statements).map((document, index) => ({
      name: index === 0 ? name : `${name}-${index + 1}`,
      document,
    })),
  };
}

/** A deploy role has a plan role beside it, and the role of a pipeline does both, unless the config says otherwise. */
const useOf = (kind: RoleKind, changes: boolean, runRoles: RunRoles = isMember(kind) ? "apart" : "one"): Use => {
  if (!changes) return "plan";
  return runRoles === "apart" ? "apply" : "both";
};

function memberRole(kind: MemberKind, { targets, accountText }: Asked): CallerRole {
  const { description, changes, needs } = MEMBER_JOBS[kind];
  return {
    ...roleNameOf(kind, targets[0]),
    description,
    changes,
    externalIds: kind === "deploy" ? externalIdsOf(targets) : [],
    statements: statementsOf(needs, targets, accountText),
  };
}
