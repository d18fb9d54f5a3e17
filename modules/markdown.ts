/** A text as Markdown code. */
export const code = (text: string): string => `\`${text}\``;

/** A link to a heading of the same page, by GitHub's rule for the anchors of headings. */
export const linkTo = (heading: string, text: string): string =>
  `[${text}](#${heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replaceAll(" ", "-")})`;

/** A table; a bar within a cell stays a bar. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A text in which something else stands between two lines that stand in it once. */
export function withBetween(text: string, start: string, end: string, content: string): string {
  const [before, rest] = cut(text, start);
  const [, after] = cut(rest, end);
  return `${before}${start}\n\n${content}\n\n${end}${after}`;
}

function cut(text: string, marker: string): [string, string] {
  const [before, after, ...more] = text.split(marker);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`This must stand once: ${marker}`);
  return [before, after];
}
