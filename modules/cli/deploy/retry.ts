import { setTimeout as pause } from "node:timers/promises";
import { isNone, sumOf } from "./changes";
import type { Failure } from "./failure";
import { changesOf, type Failed, type Outcome } from "./outcome";

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
  let earlier: Failed | undefined;
  for (const seconds of pauses) {
    const outcome = after(earlier, await attempt());
    if (outcome.status !== "failed" || !outcome.failure.passes) return outcome;
    const rested = await pause(seconds * 1000, true, { signal }).catch(() => false);
    if (!rested) return outcome;
    earlier = outcome;
  }
  return after(earlier, await attempt());
}

/** The outcome of an attempt, with what those before it had changed. */
function after(earlier: Failed | undefined, outcome: Outcome): Outcome {
  if (!earlier || outcome.status === "skipped") return outcome;
  const changes = sumOf([earlier.changes, changesOf(outcome)]);
  switch (outcome.status) {
    case "unchanged":
      return isNone(changes) ? outcome : { stack: outcome.stack, status: "applied", changes };
    case "failed":
      return { ...outcome, changes, failure: causeOf(earlier, outcome) };
    default:
      return { ...outcome, changes };
  }
}

/**
 * Why a further attempt failed. A plan file is stale as soon as an apply of it has changed the state, be it by a resource
 * that it could not finish and so does not count: then the failure of that apply tells why.
 */
const causeOf = (earlier: Failed, { failure }: Failed): Failure =>
  failure.kind === "stale" && earlier.step === "apply"
    ? { ...earlier.failure, remedy: `${earlier.failure.remedy} What is left needs a new plan.`, passes: false }
    : failure;
