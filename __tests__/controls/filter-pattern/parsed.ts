import { type Pattern, parsePattern } from "../../../modules/controls/filter-pattern";

/** The pattern that a text is; fails the test where it is none. */
export function parsed(text: string): Pattern {
  const result = parsePattern(text);
  if (!result.ok) throw new Error(`${text}, column ${result.column}: ${result.message} Expected: ${result.expected}`);
  return result.ast;
}
