import { isTerm, type Junction, type Pattern } from "../ast";
import { printTerm } from "../print";

/** A text that patterns share which differ only in the order, repetition and grouping of their parts. */
export function normalForm(pattern: Pattern): string {
  if (isTerm(pattern)) return printTerm(pattern);
  const parts = [...new Set(flatten(pattern, pattern.kind).map(normalForm))].sort();
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join(` ${pattern.kind} `)})`;
}

function flatten(pattern: Pattern, kind: Junction["kind"]): readonly Pattern[] {
  return pattern.kind === kind ? pattern.parts.flatMap((part) => flatten(part, kind)) : [pattern];
}
