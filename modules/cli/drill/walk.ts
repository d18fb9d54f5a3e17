import { faultOf } from "../aws";
import type { StepResult } from "./result";
import type { Facts, Ground, Step, Undo } from "./step";

/** How far a drill came. */
export interface Walked {
  readonly steps: readonly StepResult[];
  /** What takes away what was made, in the order in which it was made. */
  readonly undos: readonly Undo[];
}

/**
 * Takes the steps one after another, until one fails or the ground's `stop` is aborted.
 *
 * @param tell hears of each step as it begins.
 */
export async function walk(steps: readonly Step[], ground: Ground, tell: (step: Step) => void): Promise<Walked> {
  const results: StepResult[] = [];
  const undos: Undo[] = [];
  let facts: Facts = {};
  for (const step of steps) {
    const { id, title } = step;
    const begun = ground.clock.now();
    const about = () => ({
      id,
      title,
      milliseconds: ground.clock.now() - begun,
      ...(facts.eventAt !== undefined && { sinceEvent: ground.clock.now() - facts.eventAt }),
    });
    try {
      ground.stop.throwIfAborted();
      tell(step);
      const done = await step.run(ground, facts);
      if (done.undo) undos.push(done.undo);
      results.push({ ...about(), went: "done", evidence: done.evidence });
      facts = { ...facts, ...done.facts };
    } catch (error) {
      results.push({ ...about(), went: "failed", fault: faultOf(error, ground.stop) });
      break;
    }
  }
  const skipped = steps.slice(results.length).map(({ id, title }): StepResult => ({ id, title, went: "skipped" }));
  return { steps: [...results, ...skipped], undos };
}
