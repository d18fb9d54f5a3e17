import { globArn } from "./glob";
import { texts } from "./parse";

/** What a statement's conditions come to. */
export type Held =
  | { readonly kind: "held" }
  | { readonly kind: "unmet"; readonly operator: string; readonly key: string; readonly sent: boolean }
  | { readonly kind: "not-understood"; readonly what: string };

/** Whether what was sent satisfies an operator's values. */
type Operator = (sent: string | undefined, values: readonly string[]) => boolean;

const equal = (value: string, sent: string): boolean => value === sent;

const positive =
  (matches: (value: string, sent: string) => boolean): Operator =>
  (sent, values) =>
    sent !== undefined && values.some((value) => matches(value, sent));

const ifExists =
  (matches: (value: string, sent: string) => boolean): Operator =>
  (sent, values) =>
    sent === undefined || positive(matches)(sent, values);

/**
 * A negated operator, and one with `IfExists`, holds too where nothing was sent. Source: IAM User Guide, "IAM JSON policy
 * elements: Condition operators".
 */
const OPERATORS: Readonly<Record<string, Operator>> = {
  StringEquals: positive(equal),
  StringEqualsIfExists: ifExists(equal),
  Bool: positive((value, sent) => value.toLowerCase() === sent),
  ArnEquals: positive(globArn),
  ArnLike: positive(globArn),
  ArnLikeIfExists: ifExists(globArn),
  ArnNotLike: (sent, values) => !positive(globArn)(sent, values),
};

/** Keys of which Keywatch knows whether and what a caller sends. */
const KEYS = [
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:securetransport",
  "aws:principalarn",
  "aws:principalaccount",
  "aws:principalorgid",
];

/** Whether the conditions of a statement hold; the first that does not is named. */
export function held(conditions: unknown, context: Readonly<Record<string, string>>): Held {
  for (const [operator, tests] of Object.entries(conditions ?? {})) {
    for (const [key, given] of Object.entries(tests)) {
      const values = texts(given);
      const name = key.toLowerCase();
      const holds = OPERATORS[operator];
      if (!holds || !KEYS.includes(name) || values.some(hasVariable)) {
        return { kind: "not-understood", what: `Condition ${operator} ${key}` };
      }
      if (!holds(context[name], values)) return { kind: "unmet", operator, key, sent: name in context };
    }
  }
  return { kind: "held" };
}

const hasVariable = (value: string): boolean => value.includes("${");
