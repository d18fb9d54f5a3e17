import { type Changes, NO_CHANGES } from "./changes";
import type { Failure } from "./failure";

/** What is done to a stack. */
export type Step = "init" | "plan" | "apply";

/** What came of one stack. */
export type Outcome = { readonly stack: string } & (
  | { readonly status: "unchanged" }
  /** There is a plan file that would change this; with no resource, outputs alone. */
  | { readonly status: "planned"; readonly changes: Changes }
  | { readonly status: "applied"; readonly changes: Changes }
  /** `changes` were made before it failed. */
  | { readonly status: "failed"; readonly step: Step; readonly changes: Changes; readonly failure: Failure }
  | { readonly status: "skipped"; readonly reason: string }
);

export type Status = Outcome["status"];
export type Failed = Extract<Outcome, { readonly status: "failed" }>;

/** The changes of an outcome, made or planned. */
export const changesOf = (outcome: Outcome): Changes => ("changes" in outcome ? outcome.changes : NO_CHANGES);

/** Whether what depends on the stack must not be deployed. */
export const isBroken = ({ status }: Outcome): boolean => status === "failed" || status === "skipped";
