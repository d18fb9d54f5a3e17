/** A step from one JSON node to another. `anyField` (`.*`) and `anyElement` (`[*]`) lead to every child at once. */
export type Step =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "index"; readonly index: number }
  | { readonly kind: "anyField" }
  | { readonly kind: "anyElement" };

/** The way from the root of an event to the nodes that a term looks at: one step or more. */
export type Selector = readonly Step[];

export const EQUALITY_OPERATORS = ["=", "!="] as const;
export const OPERATORS = [...EQUALITY_OPERATORS, "<", "<=", ">", ">="] as const;
export type Operator = (typeof OPERATORS)[number];

/** What a node is compared with. Texts and regular expressions know only `=` and `!=`. */
export type Value =
  /** Each `*` stands for any characters, or none. */
  | { readonly kind: "text"; readonly text: string }
  /** As it was written: `5`, `-0.5`, `1e+3`. */
  | { readonly kind: "number"; readonly text: string }
  /** What stands between the `%` signs. */
  | { readonly kind: "regex"; readonly source: string };

export interface Comparison {
  readonly kind: "comparison";
  readonly selector: Selector;
  readonly operator: Operator;
  readonly value: Value;
}

export const CONDITIONS = ["IS TRUE", "IS FALSE", "IS NULL", "EXISTS", "NOT EXISTS"] as const;
export type ConditionName = (typeof CONDITIONS)[number];

/** A question about a node that needs no value. AWS's page says that `EXISTS` is not supported yet. */
export interface Condition {
  readonly kind: "condition";
  readonly selector: Selector;
  readonly condition: ConditionName;
}

/** What one selector is asked. */
export type Term = Comparison | Condition;

/** Two patterns or more, of which all (`&&`) or one (`||`) must match. */
export interface Junction {
  readonly kind: "and" | "or";
  readonly parts: readonly Pattern[];
}

/** A JSON filter pattern of CloudWatch Logs, as plain data. */
export type Pattern = Junction | Term;

export function isTerm(pattern: Pattern): pattern is Term {
  return pattern.kind === "comparison" || pattern.kind === "condition";
}
