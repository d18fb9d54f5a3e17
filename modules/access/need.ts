import type { Condition } from "../aws";
import type { Target } from "../fleet";

/** A kind of thing that somebody works on. */
export interface Scope {
  /** Id of the statement that allows it. */
  readonly sid: string;
  /** What it is, for people. */
  readonly label: string;
  /** ARNs of all that a target has of it; empty where it has none. */
  readonly on: (target: Target) => readonly string[];
  readonly condition?: Condition;
}

/** What somebody does with one kind of thing. */
export interface Need {
  readonly scope: Scope;
  /** IAM actions that look. */
  readonly read?: readonly string[];
  /** IAM actions that make, change and end. */
  readonly write?: readonly string[];
}

/** The needs without what changes anything. */
export const readingOnly = (needs: readonly Need[]): Need[] =>
  needs.flatMap(({ scope, read }) => (read ? [{ scope, read }] : []));
