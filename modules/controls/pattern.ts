import type { Control, PatternChoice } from "./control";

/** What the placeholders of a pattern stand for in a target. */
export interface PatternValues {
  /** Account id. */
  readonly account: string;
  readonly region: string;
  /** ARN of the role that Terraform assumes in the account. */
  readonly role: string;
  /** ARN of the topic that all alerts go to which have none of their own. */
  readonly topic: string;
  /** Name of the trail's log group. */
  readonly logGroup: string;
}

/**
 * Replaces `{account}`, `{region}`, `{role}`, `{topic}` and `{logGroup}` in a pattern; every other character stays.
 * None of them can stand in a pattern for anything else: braces enclose a whole pattern only.
 */
export const fillPattern = (pattern: string, values: PatternValues): string =>
  pattern.replace(/\{(account|region|role|topic|logGroup)\}/g, (_, name: keyof PatternValues) => values[name]);

/** The pattern of a choice; where the checkers ask for nothing else, both choices are the same. */
export const chosenPattern = ({ filter, checkers }: Pick<Control, "filter" | "checkers">, choice?: PatternChoice) =>
  choice === "checkers" ? (checkers?.pattern ?? filter.pattern) : filter.pattern;
