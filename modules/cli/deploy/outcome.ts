import type { Failure } from "./failure";

/** How many resources were, or would be, changed in which way; one that is replaced is added and destroyed. */
export interface Changes {
  readonly added: number;
  readonly changed: number;
  readonly destroyed: number;
  readonly imported: number;
}

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

export const NO_CHANGES: Changes = { added: 0, changed: 0, destroyed: 0, imported: 0 };

/** The changes of an outcome, made or planned. */
export const changesOf = (outcome: Outcome): Changes => ("changes" in outcome ? outcome.changes : NO_CHANGES);

export const isNone = (changes: Changes): boolean => Object.values(changes).every((number) => number === 0);

/** All changes together. */
export const sumOf = (all: readonly Changes[]): Changes =>
  all.reduce(
    (sum, { added, changed, destroyed, imported }) => ({
      added: sum.added + added,
      changed: sum.changed + changed,
      destroyed: sum.destroyed + destroyed,
      imported: sum.imported + imported,
    }),
    NO_CHANGES,
  );

/** Whether what depends on the stack must not be deployed. */
export const isBroken = ({ status }: Outcome): boolean => status === "failed" || status === "skipped";
