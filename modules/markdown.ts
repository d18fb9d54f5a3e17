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
