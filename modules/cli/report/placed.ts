import { type Placed, placedSteps, VERDICTS } from "../audit/findings";
import type { Audit, Step, TargetAudit, Verdict } from "../audit/result";

/** The id of the step that a target without an answer has. */
export const NOT_ASKED = "target-answers";

/** The steps of a target; one that could not be asked has a single one, which says why. */
export const stepsOf = ({ steps, fault }: TargetAudit, { endedAt }: Audit): readonly Step[] =>
  fault
    ? [
        {
          id: NOT_ASKED,
          title: "The target can be asked",
          verdict: "unknown",
          evidence: fault.message,
          expected: "An answer of the account in this region.",
          remedy: fault.remedy,
          at: endedAt,
        },
      ]
    : steps;

/** Every step of an audit with its place, with those of targets that could not be asked. */
export const allPlaced = (audit: Audit): Placed[] =>
  placedSteps({
    ...audit,
    targets: audit.targets.map((target) => ({ ...target, steps: stepsOf(target, audit) })),
  });

/** The worst of some verdicts; undefined where there are none. */
export const worstOf = (steps: readonly Pick<Step, "verdict">[]): Verdict | undefined =>
  VERDICTS.find((verdict) => steps.some((step) => step.verdict === verdict));

/** Whether somebody has to look at it: everything but a pass. */
export const isFinding = ({ step }: Placed): boolean => step.verdict !== "pass";
