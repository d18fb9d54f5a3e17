import { type IdentityStatement, type PolicyDocument, policy } from "../aws";
import type { StateBucket, Target } from "../fleet";
import { grantedByHub, grantedIn, grantedOnCopy } from "./granted";
import { nameIn, type RoleName } from "./role-names";

/** The policy that bounds the roles which stacks make. */
export interface BoundaryDescription extends RoleName {
  readonly description: string;
  readonly document: PolicyDocument<IdentityStatement>;
}

/** Whose roles are bounded. */
export interface Bounded {
  /** Targets in whose accounts the policy is made. */
  readonly targets: readonly Target[];
  /** All targets of the fleet. */
  readonly fleet: readonly Target[];
  /** The bucket of the states, where it is in such an account. */
  readonly bucket?: StateBucket;
  /** What stands for the id of an account. */
  readonly accountText: (id: string) => string;
}

/** All that the roles may do by their own policies, and nothing else; undefined where none is made or no boundary is named. */
export function boundaryOf({ targets, fleet, bucket, accountText }: Bounded): BoundaryDescription | undefined {
  const copies = bucket ? [bucket] : [];
  const [name] = [...targets, ...copies].flatMap(({ permissionsBoundary: arn }) => (arn && nameIn(arn)) || []);
  const statements = [
    ...targets.flatMap((target) =>
      grantedIn(target).map((statement) => named(statement, target.account.id, accountText(target.account.id))),
    ),
    ...fleet.flatMap(grantedByHub),
    ...copies.flatMap(grantedOnCopy),
  ];
  if (!name || statements.length === 0) return undefined;
  return {
    ...name,
    description: "Bounds the roles that the stacks of Keywatch make. Allows nothing by itself.",
    document: policy(...united(statements)),
  };
}

const listed = (value: string | readonly string[]): readonly string[] => [value].flat();

/** A statement in which an account goes by another text. */
const named = (statement: IdentityStatement, account: string, text: string): IdentityStatement => ({
  ...statement,
  Resource: listed(statement.Resource).map((arn) => arn.replaceAll(account, text)),
});

/** One statement for all of the same id, which differ in their resources alone. */
function united(statements: readonly IdentityStatement[]): IdentityStatement[] {
  const bySid = new Map<string, IdentityStatement>();
  for (const statement of statements) {
    const resources = [...listed(bySid.get(statement.Sid)?.Resource ?? []), ...listed(statement.Resource)];
    bySid.set(statement.Sid, { ...statement, Resource: [...new Set(resources)] });
  }
  return [...bySid.values()];
}
