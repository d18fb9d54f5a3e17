import type { Target } from "../../fleet";
import { eachTarget, type Fault, type Pace, type Sessions } from "../aws";
import { fleetStores } from "../states";
import type { Claim } from "./claim";
import { claimsOf } from "./claims";
import { takenClaims } from "./taken";

/** Something that exists under a name of the stack's, and is not known to be its own. */
export interface Existing extends Claim {
  /** Whether the stack's state was read and does not hold it; else the state cannot be read from here. */
  readonly stateRead: boolean;
}

/** What was found in one target. */
export interface TargetPreflight {
  readonly stackId: string;
  readonly existing: readonly Existing[];
  /** Why the target, or its state, could not be asked. */
  readonly fault?: Fault;
}

/** Of which targets, and how. */
export interface PreflightProps {
  readonly targets: readonly Target[];
  readonly sessions: Sessions;
  readonly pace: Pace;
  /** Folder that synth writes to, to which local states are relative. */
  readonly outdir: string;
}

/**
 * What the first deploy would overwrite or fail at: resources that exist under a name of the stack's and that its state
 * does not hold. Only reads.
 */
export async function preflight({
  targets,
  sessions,
  pace,
  outdir,
}: PreflightProps): Promise<readonly TargetPreflight[]> {
  const stateOf = stateReader(targets, outdir, pace.signal);
  const outcomes = await eachTarget(targets, sessions, pace, async (session, target) => {
    const [taken, held] = await Promise.all([takenClaims(session, target, claimsOf(target)), stateOf(target)]);
    return taken
      .filter(({ address }) => !held?.has(address))
      .map((claim): Existing => ({ ...claim, stateRead: held !== undefined }));
  });
  return outcomes.map((outcome) =>
    outcome.ok
      ? { stackId: outcome.target.stackId, existing: outcome.value }
      : { stackId: outcome.target.stackId, existing: [], fault: outcome.fault },
  );
}

/** Reads the addresses that a target's state holds; undefined where its backend cannot be read from here. */
function stateReader(targets: readonly Target[], outdir: string, signal: AbortSignal) {
  const { stores } = fleetStores(targets, { outdir, signal });
  const located = new Map(
    stores.flatMap(({ store, names }) => [...names].map(([name, { stackId }]) => [stackId, { store, name }] as const)),
  );
  return async ({ stackId }: Target): Promise<ReadonlySet<string> | undefined> => {
    const state = located.get(stackId);
    return state && new Set(await state.store.read(state.name));
  };
}
