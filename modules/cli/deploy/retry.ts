import { setTimeout as pause } from "node:timers/promises";
import { type Changes, NO_CHANGES, sumOf } from "./changes";
import { changesOf, type Outcome } from "./outcome";

const FIRST_PAUSE = 5;
const LONGEST_PAUSE = 60;

/** Seconds before each of so many further attempts: doubled each time, up to a minute. */
export const pausesOf = (retries: number): readonly number[] =>
  Array.from({ length: retries }, (_, index) => Math.min(FIRST_PAUSE * 2 ** index, LONGEST_PAUSE));

/** When something is tried again. */
export interface Patience {
  /** Seconds before each further attempt. */
  readonly pauses: readonly number[];
  /** Ends the waiting. */
  readonly signal: AbortSignal;
}

/**
 * Tries again, after a pause, what fails of something that may pass. What the attempts changed counts together.
 */
export async function withRetries({ pauses, signal }: Patience, attempt: () => Promise<Outcome>): Promise<Outcome> {
  let made = NO_CHANGES;
  for (const seconds of pauses) {
    const outcome = await attempt();
    if (outcome.status !== "failed" || !outcome.failure.passes) return withEarlier(made, outcome);
    const rested = await pause(seconds * 1000, true, { signal }).catch(() => false);
    if (!rested) return withEarlier(made, outcome);
    made = sumOf([made, outcome.changes]);
  }
  return withEarlier(made, await attempt());
}

/** The outcome of the last attempt, with what those before it had changed. */
function withEarlier(made: Changes, outcome: Outcome): Outcome {
  const earlier = Object.values(made).some((number) => number > 0);
  if (!earlier || outcome.status === "skipped") return outcome;
  const changes = sumOf([made, changesOf(outcome)]);
  return outcome.status === "unchanged"
    ? { stack: outcome.stack, status: "applied", changes }
    : { ...outcome, changes };
}
