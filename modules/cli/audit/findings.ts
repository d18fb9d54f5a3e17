import type { Audit, Step, TargetAudit, Verdict } from "./result";

/** A step with where it belongs: a target, or the fleet. */
export interface Placed {
  readonly step: Step;
  readonly target?: TargetAudit;
}

/** The worst first. */
export const VERDICTS: readonly Verdict[] = ["fail", "unknown", "warn", "pass"];

/** Every step of an audit with its place. */
export const placedSteps = ({ targets, fleet }: Audit): Placed[] => [
  ...targets.flatMap((target) => target.steps.map((step) => ({ step, target }))),
  ...fleet.map((step) => ({ step })),
];

/** How many steps have a verdict. */
export const countOf = (steps: readonly Step[], verdict: Verdict): number =>
  steps.filter((step) => step.verdict === verdict).length;

/** Whether something failed or could not be told: what a pipeline stops at. Advice does not count. */
export const hasFindings = (audit: Audit): boolean =>
  !audit.complete || placedSteps(audit).some(({ step }) => step.verdict === "fail");
