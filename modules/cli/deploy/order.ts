import { isBroken, type Outcome } from "./outcome";

/** A stack that waits for others. */
export interface Job {
  readonly stackId: string;
  /** Ids of the stacks that must be deployed before; those that are not among the jobs count as deployed. */
  readonly dependsOn: readonly string[];
}

/** How far the jobs are. */
export interface Standing {
  /** Outcomes by stack. */
  readonly settled: ReadonlyMap<string, Outcome>;
  /** Ids of the stacks under way. */
  readonly running: ReadonlySet<string>;
  /** Why nothing more may start, where that is so. */
  readonly halted?: string;
}

/** What comes next: stacks that may start, and stacks whose turn never comes. */
export interface Next<J extends Job> {
  readonly ready: readonly J[];
  readonly skip: readonly Outcome[];
}

/** Decides which jobs may start, in the order of the jobs. */
export function next<J extends Job>(jobs: readonly J[], { settled, running, halted }: Standing): Next<J> {
  const open = jobs.filter(({ stackId }) => !settled.has(stackId));
  const waiting = open.filter(({ stackId }) => !running.has(stackId));
  if (halted !== undefined) return { ready: [], skip: waiting.map(({ stackId }) => skipped(stackId, halted)) };
  const unsettled = new Set(open.map(({ stackId }) => stackId));
  return {
    ready: waiting.filter(({ dependsOn }) => !dependsOn.some((id) => unsettled.has(id) || isBrokenIn(settled, id))),
    skip: waiting.flatMap(({ stackId, dependsOn }) => {
      const broken = dependsOn.find((id) => isBrokenIn(settled, id));
      return broken === undefined ? [] : [skipped(stackId, `${broken}, which comes before it, was not deployed`)];
    }),
  };
}

/** The outcome of a stack that nothing was done to. */
export const skipped = (stack: string, reason: string): Outcome => ({ stack, status: "skipped", reason });

function isBrokenIn(settled: ReadonlyMap<string, Outcome>, id: string): boolean {
  const outcome = settled.get(id);
  return outcome !== undefined && isBroken(outcome);
}
