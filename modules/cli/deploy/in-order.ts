import { type Job, next } from "./order";
import type { Outcome } from "./outcome";

/** How jobs are worked off. */
export interface Pace {
  /** How many are under way at a time. */
  readonly parallelism: number;
  /** Asked before each job: why nothing more may start, where that is so. */
  readonly halted: (outcomes: Iterable<Outcome>) => string | undefined;
}

/**
 * Works off all jobs, each once those before it are settled. One that fails stops those that depend on it, and no other.
 *
 * @param known outcomes of jobs that need no work
 * @returns the outcome of every job, in the order of the jobs
 */
export async function inOrder<J extends Job>(
  jobs: readonly J[],
  known: readonly Outcome[],
  { parallelism, halted }: Pace,
  work: (job: J) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  const settled = new Map(known.map((outcome) => [outcome.stack, outcome]));
  const running = new Map<string, Promise<void>>();
  const begin = async (job: J): Promise<void> => {
    const outcome = await work(job);
    running.delete(job.stackId);
    settled.set(job.stackId, outcome);
  };
  while (settled.size < jobs.length) {
    const { ready, skip } = next(jobs, {
      settled,
      running: new Set(running.keys()),
      halted: halted(settled.values()),
    });
    for (const outcome of skip) settled.set(outcome.stack, outcome);
    for (const job of ready.slice(0, parallelism - running.size)) running.set(job.stackId, begin(job));
    if (skip.length === 0) await Promise.race(running.values());
  }
  return jobs.flatMap(({ stackId }) => settled.get(stackId) ?? []);
}
