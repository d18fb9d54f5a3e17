import { isTerm, type Pattern, type Selector } from "./ast";
import { matches, someNode } from "./evaluate";

/** A pattern, whether an event matched it, and the same for each of its parts. */
export interface Explanation {
  readonly pattern: Pattern;
  readonly matched: boolean;
  /** Of `&&` and `||`; a term has none. */
  readonly parts: readonly Explanation[];
  /** Of a term: what its selector found in the event; nothing where the field is missing. */
  readonly found: readonly unknown[];
}

/** Says of every part of a pattern whether an event matched it, also of the parts that no longer mattered. */
export function explainMatch(pattern: Pattern, event: unknown): Explanation {
  const matched = matches(pattern, event);
  return isTerm(pattern)
    ? { pattern, matched, parts: [], found: nodesAt(pattern.selector, event) }
    : { pattern, matched, parts: pattern.parts.map((part) => explainMatch(part, event)), found: [] };
}

function nodesAt(selector: Selector, event: unknown): readonly unknown[] {
  const nodes: unknown[] = [];
  someNode(selector, (node) => {
    nodes.push(node);
    return false;
  })(event);
  return nodes;
}
