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
