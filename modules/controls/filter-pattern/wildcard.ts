/**
 * A test for texts in which each `*` stands for any characters, or none.
 *
 * AWS's page says only "use the asterisk as a wild card to match text". An earlier edition took a `*` between
 * characters literally (`Ev*ent`); the current one has no such limit. No regular expression, so that a long value in
 * an event cannot slow it down.
 */
export function textTest(text: string): (value: string) => boolean {
  const [start = "", ...pieces] = text.split("*");
  const end = pieces.pop();
  if (end === undefined) return (value) => value === start;
  return (value) => {
    if (!value.startsWith(start)) return false;
    let at = start.length;
    for (const piece of pieces) {
      const found = value.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return value.length >= at + end.length && value.endsWith(end);
  };
}
