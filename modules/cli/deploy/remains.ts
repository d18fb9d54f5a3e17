import type { Complaint } from "./messages";

/** What a failed run of Terraform left to judge it by. */
export interface Remains {
  readonly errors: readonly Complaint[];
  /** The signal that ended it. */
  readonly signal: NodeJS.Signals | null;
  /** Whether it was told to end. */
  readonly interrupted: boolean;
  /** The program that ran, and the stack's folder: for commands that a person shall run there. */
  readonly binary: string;
  readonly folder: string;
  /** File with all that Terraform said. */
  readonly log: string;
}
