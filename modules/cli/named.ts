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
