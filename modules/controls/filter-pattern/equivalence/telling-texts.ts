/** How many states of the search are looked at before it is given up. */
const MAX_STATES = 5_000;

/** For each text with wildcards: what of it may still have to come after some characters. */
type State = readonly (readonly string[])[];

/**
 * Strings that show all that texts with wildcards can do together: whichever of the texts a string matches, one of these
 * matches the same ones. Undefined where the search gets too long.
 *
 * It feeds the texts character by character, all at once, and keeps the first string that leads to each result. Only
 * characters that some text waits for make a difference, and one that none of them has.
 */
export function tellingTexts(texts: readonly string[]): readonly string[] | undefined {
  const other = unusedCharacter(texts);
  const found = new Map<string, string>();
  const seen = new Set<string>();
  const queue: { readonly string: string; readonly state: State }[] = [];
  const visit = (string: string, state: State) => {
    const key = JSON.stringify(state);
    if (seen.has(key)) return;
    seen.add(key);
    queue.push({ string, state });
  };

  visit(
    "",
    texts.map((text) => [text]),
  );
  for (const { string, state } of queue) {
    if (seen.size > MAX_STATES) return undefined;
    const result = JSON.stringify(state.map((rests) => rests.some(canEnd)));
    if (!found.has(result)) found.set(result, string);
    for (const char of new Set([...state.flat().flatMap(awaited), other]))
      visit(
        string + char,
        state.map((rests) => [...new Set(rests.flatMap((rest) => after(rest, char)))]),
      );
  }
  return [...found.values()];
}

const canEnd = (rest: string): boolean => /^\**$/.test(rest);

/** The first character that it waits for; none if it can end. */
const awaited = (rest: string): readonly string[] => (/^\**([^*])/.exec(rest) ?? []).slice(1);

function after(rest: string, char: string): readonly string[] {
  if (rest.startsWith("*")) return [rest, ...after(rest.slice(1), char)];
  return rest.startsWith(char) ? [rest.slice(1)] : [];
}

function unusedCharacter(texts: readonly string[]): string {
  const used = new Set(texts.join(""));
  let code = "a".charCodeAt(0);
  while (used.has(String.fromCharCode(code))) code += 1;
  return String.fromCharCode(code);
}
