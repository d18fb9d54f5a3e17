import { isTerm, type Pattern, type Term, type Value } from "./ast";
import { NUMBER } from "./number";
import { quoted } from "./quoting";
import { printSelector } from "./selector";

/**
 * The pattern as text, one space around each operator, quotes and parentheses only where they are needed.
 *
 * The inverse of `parsePattern`; the text may be longer than AWS takes.
 */
export function printPattern(pattern: Pattern): string {
  return `{ ${printPart(pattern)} }`;
}

function printPart(pattern: Pattern): string {
  if (isTerm(pattern)) return printTerm(pattern);
  return pattern.parts
    .map((part) => (isTerm(part) ? printTerm(part) : `(${printPart(part)})`))
    .join(pattern.kind === "and" ? " && " : " || ");
}

/** One term as it stands in a pattern. */
export function printTerm(term: Term): string {
  const selector = printSelector(term.selector);
  return term.kind === "condition"
    ? `${selector} ${term.condition}`
    : `${selector} ${term.operator} ${printValue(term.value)}`;
}

function printValue(value: Value): string {
  switch (value.kind) {
    case "text":
      return /^[\w.*+-]+$/.test(value.text) && !NUMBER.test(value.text) ? value.text : quoted(value.text, '"');
    case "number":
      return value.text;
    case "regex":
      return `%${value.source}%`;
  }
}
