import { isObject } from "../values";

/** What a field of an event may be: one of some texts, or there at all. */
export type Matcher = readonly (string | { readonly exists: boolean })[];

/**
 * An EventBridge event pattern, of the parts that Keywatch uses: every field that it names must match, and of `$or` one.
 *
 * Source: EventBridge User Guide, "Comparison operators for use in event patterns".
 */
export interface EventPattern {
  readonly [field: string]: Matcher | EventPattern | readonly EventPattern[] | undefined;
  readonly $or?: readonly EventPattern[];
}

/** Whether an event matches a pattern. */
export function matchesEvent(pattern: EventPattern, event: unknown): boolean {
  return Object.entries(pattern).every(([field, expected]) => {
    if (field === "$or") return (expected as readonly EventPattern[]).some((one) => matchesEvent(one, event));
    const value = isObject(event) ? event[field] : undefined;
    return Array.isArray(expected)
      ? (expected as Matcher).some((matcher) => matchesValue(matcher, value))
      : matchesEvent(expected as EventPattern, value);
  });
}

const matchesValue = (matcher: Matcher[number], value: unknown): boolean =>
  typeof matcher === "string" ? value === matcher : (value !== undefined && !isObject(value)) === matcher.exists;
