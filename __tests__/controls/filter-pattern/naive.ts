import { isTerm, type Pattern, type Selector, type Term } from "../../../modules/controls/filter-pattern";

/** Patterns evaluated the slow and simple way, from AWS's page alone: first all nodes, then one question to each. */
export function naiveMatches(pattern: Pattern, event: unknown): boolean {
  if (!isTerm(pattern)) {
    const agreeing = pattern.parts.filter((part) => naiveMatches(part, event)).length;
    return pattern.kind === "or" ? agreeing > 0 : agreeing === pattern.parts.length;
  }
  const nodes = nodesOf(event, pattern.selector);
  if (pattern.kind === "condition" && pattern.condition === "NOT EXISTS") return nodes.length === 0;
  return nodes.filter((node) => answer(pattern, node)).length > 0;
}

function nodesOf(event: unknown, selector: Selector): unknown[] {
  let nodes = [event];
  for (const step of selector) {
    const children = nodes.flatMap((node) =>
      node === null || typeof node !== "object"
        ? []
        : Object.entries(node).map(([key, child]) => ({ key, child, inArray: Array.isArray(node) })),
    );
    const chosen = {
      property: children.filter(({ key, inArray }) => !inArray && step.kind === "property" && key === step.name),
      index: children.filter(({ key, inArray }) => inArray && step.kind === "index" && key === `${step.index}`),
      anyField: children.filter(({ inArray }) => !inArray),
      anyElement: children.filter(({ inArray }) => inArray),
    };
    nodes = chosen[step.kind].map(({ child }) => child);
  }
  return nodes;
}

function answer(term: Term, node: unknown): boolean {
  if (term.kind === "condition")
    return term.condition === "EXISTS" || JSON.stringify(node)?.toUpperCase() === term.condition.replace("IS ", "");
  if (typeof node !== "string" && typeof node !== "number") return false;
  const { operator, value } = term;
  if (operator === "!=") return !answer({ ...term, operator: "=" }, node);
  if (value.kind === "text") {
    const source = value.text.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^]*");
    return new RegExp(`^${source}$`).test(`${node}`);
  }
  if (value.kind === "regex") return new RegExp(value.source.replace("{,", "{0,"), "s").test(`${node}`);
  if (typeof node === "string" && !/^[-+]?[0-9]+(\.[0-9]+)?$/.test(node)) return false;
  const difference = Math.sign(Number(node) - Number(value.text));
  return { "=": [0], "<": [-1], "<=": [-1, 0], ">": [1], ">=": [1, 0] }[operator].includes(difference + 0);
}
