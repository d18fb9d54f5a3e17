import type { Selector, Step } from "./ast";
import { quoted, quotedSource, unquoted } from "./quoting";
import { SyntaxFailure } from "./syntax-error";

const STEP = new RegExp(
  [
    String.raw`\.(?<name>[\w-]+)`,
    String.raw`\.?\[(?<quotedName>${quotedSource("'")})\]`,
    String.raw`\[(?<index>\d{1,9})\]`,
    String.raw`(?<anyField>\.\*)`,
    String.raw`(?<anyElement>\[\*\])`,
  ].join("|"),
  "y",
);

/**
 * Reads `$.a.b`, `$.a[0]`, `$.a[*].b`, `$.*`, and `$.['a.b']` or `$['a.b']`.
 *
 * @param offset where the selector stands in the pattern, for errors
 */
export function parseSelector(text: string, offset: number): Selector {
  const steps: Step[] = [];
  for (let at = 1; at < text.length || steps.length === 0; at = STEP.lastIndex) {
    STEP.lastIndex = at;
    const step = stepOf(STEP.exec(text)?.groups);
    if (!step) throw new SyntaxFailure("The selector cannot go on like this.", stepAfter(steps), offset + at);
    if (step.kind !== "property" && step.kind !== "anyField" && steps.length === 0)
      throw new SyntaxFailure("An array element must follow a property.", stepAfter(steps), offset + at);
    steps.push(step);
  }
  return steps;
}

function stepOf(groups: Readonly<Record<string, string | undefined>> | undefined): Step | undefined {
  if (groups?.name !== undefined) return { kind: "property", name: groups.name };
  if (groups?.quotedName !== undefined) return { kind: "property", name: unquoted(groups.quotedName) };
  if (groups?.index !== undefined) return { kind: "index", index: Number(groups.index) };
  if (groups?.anyField !== undefined) return { kind: "anyField" };
  if (groups?.anyElement !== undefined) return { kind: "anyElement" };
  return undefined;
}

const stepAfter = (steps: Selector): string =>
  steps.length === 0 ? ".name, .* or .['name']" : ".name, .*, .['name'], [0] or [*]";

export function printSelector(selector: Selector): string {
  return `$${selector.map(printStep).join("")}`;
}

function printStep(step: Step): string {
  switch (step.kind) {
    case "property":
      return /^[\w-]+$/.test(step.name) ? `.${step.name}` : `.[${quoted(step.name, "'")}]`;
    case "index":
      return `[${step.index}]`;
    case "anyField":
      return ".*";
    case "anyElement":
      return "[*]";
  }
}

/** How many of its steps lead to many nodes at once. */
export function wildcardsIn(selector: Selector): number {
  return selector.filter((step) => step.kind === "anyField" || step.kind === "anyElement").length;
}
