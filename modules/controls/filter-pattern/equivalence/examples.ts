import type { Comparison, Selector, Term, Value } from "../ast";
import { wildcardsIn } from "../selector";
import { MISSING } from "./event";
import { tellingTexts } from "./telling-texts";

/** All that the patterns ask about one selector. */
export interface Question {
  readonly selector: Selector;
  readonly terms: readonly Term[];
}

/** Nodes to try on the terms of a question. */
export interface Examples {
  readonly examples: readonly unknown[];
  /** No other node makes another set of these terms true. */
  readonly exhaustive: boolean;
}

/** Nodes that between them make true every set of the terms that can be true together, where that can be told. */
export function examplesFor({ selector, terms }: Question): Examples {
  const texts = valuesOf(terms, "text");
  const numbers = valuesOf(terms, "number");
  const strings = tellingTexts(texts);
  return {
    examples: [
      MISSING,
      null,
      true,
      false,
      {},
      ...(strings ?? []),
      ...(numbers.length > 0 ? numbersAround(numbers) : []),
    ],
    exhaustive:
      strings !== undefined &&
      (texts.length === 0 || numbers.length === 0) &&
      valuesOf(terms, "regex").length === 0 &&
      wildcardsIn(selector) === 0,
  };
}

function valuesOf(terms: readonly Term[], kind: Value["kind"]): readonly string[] {
  const values = terms
    .filter((term): term is Comparison => term.kind === "comparison" && term.value.kind === kind)
    .map(({ value }) => (value.kind === "regex" ? value.source : value.text));
  return [...new Set(values)];
}

/** Each number, something between each two, above and below all; and the same in other spellings. */
function numbersAround(texts: readonly string[]): readonly unknown[] {
  const bounds = [-Number.MAX_VALUE, ...texts.map(Number), Number.MAX_VALUE].sort((a, b) => a - b);
  const between = bounds.slice(1).map((bound, index) => bound / 2 + (bounds[index] as number) / 2);
  const infinite = "9".repeat(400);
  return [
    ...[...bounds, ...between].flatMap((number) => [number, `${number}`, `${number}.0`]),
    infinite,
    `-${infinite}`,
  ];
}
