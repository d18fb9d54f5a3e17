/** A statement as it was read: any element may be there. */
export type ReadStatement = Readonly<Record<string, unknown>>;

/** The statements of a policy, or undefined where the text is none. */
export function parsePolicy(text: string): readonly ReadStatement[] | undefined {
  try {
    const { Statement } = JSON.parse(text);
    return Statement === undefined ? undefined : [Statement].flat();
  } catch {
    return undefined;
  }
}

/** The texts of an element that may be one text or a list. */
export function texts(element: unknown): readonly string[] {
  if (Array.isArray(element)) return element.map(String);
  return element === undefined ? [] : [String(element)];
}
