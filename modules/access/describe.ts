import type { IdentityStatement, Locality, PolicyDocument, TrustStatement } from "../aws";
import type { Target } from "../fleet";
import { documentsOf } from "./documents";
import { isMember, jobOf, type MemberKind } from "./jobs";
import { type RoleKind, type RoleName, roleNameOf } from "./role-names";
import { statementsOf } from "./statements";
import { externalIdsOf, type Trusted, trustPolicy } from "./trust";

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
export interface Asked {
  readonly kinds: readonly RoleKind[];
  /** The roles by which the pipeline enters the accounts. */
  readonly entered: readonly MemberKind[];
  /** All targets of the fleet, in which the pipeline works. */
  readonly fleet: readonly Target[];
  /** Those in whose accounts the other roles are made; at least one. */
  readonly targets: readonly Target[];
  readonly trusted: readonly Trusted[];
  /** What stands for the id of an account in the roles that are made in it. */
  readonly accountText: (id: string) => string;
  /** Where the roles are made, as the principals of their trust name it. */
  readonly at: Locality;
}

/** Roles with exactly what they need. */
export const describeRoles = (asked: Asked): RoleDescription[] => asked.kinds.map((kind) => describeRole(kind, asked));

function describeRole(kind: RoleKind, { entered, fleet, targets, trusted, accountText, at }: Asked): RoleDescription {
  const { description, changes, needs } = jobOf(kind, entered, fleet);
  const statements = isMember(kind)
    ? statementsOf(needs, targets, accountText)
    : statementsOf(needs, fleet, (id) => id);
  const externalIds = kind === "deploy" ? externalIdsOf(targets) : [];
  const role = roleNameOf(kind, targets[0]);
  return {
    kind,
    ...role,
    description,
    ...(trusted.length > 0 ? { trust: trustPolicy(trusted, { changes, externalIds }, at) } : {}),
    policies: documentsOf(statements).map((document, index) => ({
      name: index === 0 ? role.name : `${role.name}-${index + 1}`,
      document,
    })),
  };
}
