import type { BoundaryDescription } from "./boundary";
import type { RoleDescription } from "./describe";
import { POLICY_SIZE } from "./documents";
import type { Described } from "./formats";
import { isMember } from "./jobs";

/** Managed policies that IAM attaches to a role. Source: IAM User Guide, "IAM and AWS STS quotas", defaults. */
const POLICIES_OF_A_ROLE = 10;

/** Characters of a role's trust policy. Source: the same. */
const TRUST_SIZE = 2048;

/** What makes IAM refuse a role, and how to mend it. */
export interface Excess {
  readonly problem: string;
  readonly remedy: string;
}

/** Why IAM would refuse one of these roles, or their boundary; undefined where it would take them all. */
export const excessOf = ({ roles, boundary }: Described): Excess | undefined =>
  [
    ...roles.flatMap((role) => LIMITS.flatMap((limit) => limit(role) ?? [])),
    ...(boundary ? excessOfBoundary(boundary) : []),
  ].at(0);

/** A role has one boundary, which cannot be split as other policies are. */
function excessOfBoundary({ name, document }: BoundaryDescription): Excess[] {
  const size = sizeInAccount(document);
  if (size <= POLICY_SIZE) return [];
  return [
    {
      problem: `The boundary ${name} would have ${digits(size)} characters, and IAM takes ${digits(POLICY_SIZE)}.`,
      remedy: "Write each account's own with --account.",
    },
  ];
}

const LIMITS: readonly ((role: RoleDescription) => Excess | undefined)[] = [
  ({ kind, name, policies: { length } }) =>
    length > POLICIES_OF_A_ROLE
      ? {
          problem: `${name} would need ${length} managed policies, and IAM attaches ${POLICIES_OF_A_ROLE} to a role.`,
          remedy: isMember(kind)
            ? "Write each account's own with --account."
            : "Give parts of the fleet configs of their own, each with a pipeline for its accounts alone.",
        }
      : undefined,
  ({ name, trust }) => {
    const size = trust ? sizeInAccount(trust) : 0;
    return size > TRUST_SIZE
      ? {
          problem: `The trust policy of ${name} would have ${digits(size)} characters, and IAM takes ${digits(TRUST_SIZE)}.`,
          remedy:
            "Name fewer with --trust; where accounts have external ids of their own, write each account's role with --account.",
        }
      : undefined;
  },
];

const digits = (count: number): string => count.toLocaleString("en");

/** The size of a policy once the id of the account is filled in. */
const sizeInAccount = (document: object): number =>
  JSON.stringify(document).replace(/\$\{[\w:.]+\}/g, "000000000000").length;
