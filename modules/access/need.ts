import type { Condition } from "../aws";
import type { Target } from "../fleet";

/** A kind of thing that somebody works on, in places such as the targets of a fleet. */
export interface Scope<P = Target> {
  /** Id of the statement that allows it. */
  readonly sid: string;
  /** What it is, for people. */
  readonly label: string;
  /** ARNs of all that a place has of it; empty where it has none. */
  readonly on: (place: P) => readonly string[];
  readonly condition?: Condition;
  /** ARNs of the permissions boundaries of which a role must have one. */
  readonly bounded?: (place: P) => readonly string[];
}

/** What somebody does with one kind of thing. */
export interface Need<P = Target> {
  readonly scope: Scope<P>;
  /** IAM actions that look. */
  readonly read?: readonly string[];
  /** IAM actions that make and change. */
  readonly write?: readonly string[];
  /** IAM actions that end it. */
  readonly end?: readonly string[];
}

/** Every action of a need. */
export const actionsIn = ({ read = [], write = [], end = [] }: Pick<Need, "read" | "write" | "end">): string[] => [
  ...read,
  ...write,
  ...end,
];

/** The needs without what changes anything. */
export const readingOnly = <P>(needs: readonly Need<P>[]): Need<P>[] =>
  needs.flatMap(({ scope, read }) => (read ? [{ scope, read }] : []));

/** The needs without what ends anything. */
export const keeping = <P>(needs: readonly Need<P>[]): Need<P>[] => needs.map(({ end, ...kept }) => kept);
