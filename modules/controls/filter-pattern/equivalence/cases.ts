import { compilePattern } from "../evaluate";
import { printTerm } from "../print";
import { buildEvent, MISSING } from "./event";
import { examplesFor, type Question } from "./examples";

/** What may be found at a selector, as far as the terms can see. */
export interface Case {
  /** The terms that hold, as printed. */
  readonly trueTerms: ReadonlySet<string>;
  /** A node, or MISSING, for which just these hold; undefined where it is not known whether there is one. */
  readonly example: unknown;
}

/**
 * Every case that an event can bring, and perhaps some that none can. Where the examples are not exhaustive, all sets
 * of terms come as well.
 *
 * @param limit how many cases the caller can use; a longer list may be incomplete
 */
export function casesOf(question: Question, limit: number): readonly Case[] {
  const { examples, exhaustive } = examplesFor(question);
  const trueTermsAt = termTests(question);
  const known = examples.map((example) => ({ trueTerms: trueTermsAt(example), example }));
  const distinct = [...new Map(known.map((one) => [keyOf(one), one])).values()];
  return exhaustive ? distinct : [...distinct, ...subsets(question.terms.map(printTerm), limit).map(unknownCase)];
}

/** The terms, as printed, that hold where a node is found. */
function termTests({ selector, terms }: Question): (node: unknown) => ReadonlySet<string> {
  const tests = terms.map((term) => [printTerm(term), compilePattern(term)] as const);
  return (node) => {
    const event = buildEvent([{ selector, node }]);
    return new Set(tests.filter(([, test]) => test(event)).map(([text]) => text));
  };
}

/** Terms of a longer selector see no difference between examples of one key. */
function keyOf({ trueTerms, example }: Case): string {
  const shape = example === MISSING ? "missing" : typeof example === "object" && example ? "object" : "value";
  return [shape, ...trueTerms].join("\n");
}

const unknownCase = (trueTerms: readonly string[]): Case => ({ trueTerms: new Set(trueTerms), example: undefined });

function subsets(items: readonly string[], limit: number): readonly (readonly string[])[] {
  return items.reduce<readonly (readonly string[])[]>(
    (found, item) => (found.length > limit ? found : found.concat(found.map((subset) => [...subset, item]))),
    [[]],
  );
}
