import { identityOf, type Placed } from "../audit/findings";
import type { Audit, TargetAudit } from "../audit/result";
import { allPlaced, isFinding } from "./placed";

/** What an audit tells that the one before did not. */
export interface Changes {
  /** When the audit before ended. */
  readonly since: string;
  /** Findings that were none then. */
  readonly appeared: readonly Placed[];
  /** What passes now and did not then. */
  readonly mended: readonly Placed[];
  /** Findings of then at which this audit did not look: their target has left or gave no answer, or what they hang on is gone. */
  readonly unseen: readonly Placed[];
  /** Findings of both. */
  readonly open: readonly Placed[];
  /** Targets that are new, and that are gone. */
  readonly joined: readonly TargetAudit[];
  readonly left: readonly TargetAudit[];
}

/** How a step stands against the audit before. */
export type Change = "new" | "open" | "mended";

const identities = (placed: readonly Placed[]): Set<string> => new Set(placed.map(identityOf));

const without = (targets: readonly TargetAudit[], others: readonly TargetAudit[]): TargetAudit[] => {
  const known = new Set(others.map(({ stackId }) => stackId));
  return targets.filter(({ stackId }) => !known.has(stackId));
};

/** Compares an audit with the one before. */
export function changesSince(previous: Audit, audit: Audit): Changes {
  const [then, now] = [allPlaced(previous), allPlaced(audit)];
  const found = now.filter(isFinding);
  const [foundThen, foundNow, seenNow] = [identities(then.filter(isFinding)), identities(found), identities(now)];
  return {
    since: previous.endedAt,
    appeared: found.filter((placed) => !foundThen.has(identityOf(placed))),
    open: found.filter((placed) => foundThen.has(identityOf(placed))),
    mended: now.filter((placed) => foundThen.has(identityOf(placed)) && !foundNow.has(identityOf(placed))),
    unseen: then.filter((placed) => isFinding(placed) && !seenNow.has(identityOf(placed))),
    joined: without(audit.targets, previous.targets),
    left: without(previous.targets, audit.targets),
  };
}

/** How each step stands against the audit before, by its identity. */
export function changeOf({ appeared, open, mended }: Changes): (placed: Placed) => Change | undefined {
  const known = new Map<string, Change>([
    ...appeared.map((placed) => [identityOf(placed), "new"] as const),
    ...open.map((placed) => [identityOf(placed), "open"] as const),
    ...mended.map((placed) => [identityOf(placed), "mended"] as const),
  ]);
  return (placed) => known.get(identityOf(placed));
}
