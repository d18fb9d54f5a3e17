/** The same value, with another in place of every text in it, and other keys where that is asked for. */
export function mapTexts(
  value: unknown,
  onText: (text: string) => unknown,
  onKey: (key: string) => string = (key) => key,
): unknown {
  const mapped = (part: unknown): unknown => mapTexts(part, onText, onKey);
  if (typeof value === "string") return onText(value);
  if (Array.isArray(value)) return value.map(mapped);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [onKey(key), mapped(entry)]));
}
