/** Whether a value has fields by name: an object that is no list. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The same value, with another in place of every text in it, and other keys where that is asked for. */
export function mapTexts(
  value: unknown,
  onText: (text: string) => unknown,
  onKey: (key: string) => string = (key) => key,
): unknown {
  const mapped = (part: unknown): unknown => mapTexts(part, onText, onKey);
  if (typeof value === "string") return onText(value);
  if (Array.isArray(value)) return value.map(mapped);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [onKey(key), mapped(entry)]));
}

/** Items with the same key together, in the order of their first. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/**
 * The first of some texts, and how many there are beside them.
 *
 * @param most how many are named one by one
 * @example namedFew(["a", "b", "c"], 2) // "a, b, 1 more"
 */
export function namedFew(texts: readonly string[], most: number, between = ", "): string {
  const more = texts.length - most;
  return [...texts.slice(0, most), ...(more > 0 ? [`${more} more`] : [])].join(between);
}
