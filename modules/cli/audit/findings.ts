import { grouped } from "../../values";
import { counted } from "../summary";
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

/** The stack of a step's target, or `fleet`. */
export const placeOf = ({ target }: Pick<Placed, "target">): string => target?.stackId ?? "fleet";

/** The same for the same step in every audit, and another for every other. */
export const identityOf = ({ step: { id, control, resource }, target }: Placed): string =>
  JSON.stringify([placeOf({ target }), id, control, resource]);

/** Steps of one kind that are mended alike, in the order in which the first of each stands. */
export const groupsOf = (placed: readonly Placed[]): Placed[][] =>
  grouped(placed, ({ step: { id, expected, remedy } }) => JSON.stringify([id, expected, remedy]));

/** How many steps have a verdict. */
export const countOf = (steps: readonly Step[], verdict: Verdict): number =>
  steps.filter((step) => step.verdict === verdict).length;

/** What of a partial audit could not be asked: targets, or else steps of them. */
export function unaskedText({ targets }: Audit): string {
  const silent = targets.filter(({ fault }) => fault).length;
  return `${silent > 0 ? counted(silent, "target") : "some steps"} could not be asked`;
}

/** Whether something failed or could not be told: what a pipeline stops at. Advice does not count. */
export const hasFindings = (audit: Audit): boolean =>
  !audit.complete || placedSteps(audit).some(({ step }) => step.verdict === "fail");
