import { grouped } from "../../../values";
import { isTerm, type Pattern, type Term } from "../ast";
import { matches } from "../evaluate";
import { printTerm } from "../print";
import { printSelector, wildcardsIn } from "../selector";
import { type Case, casesOf } from "./cases";
import { buildEvent } from "./event";
import type { Question } from "./examples";
import { normalForm } from "./normal-form";

/** How two patterns stand to each other. */
export type Sameness = "equal" | "different" | "unknown";

/** How many combinations of cases are tried before the answer is `unknown`. */
const MAX_COMBINATIONS = 100_000;

/**
 * Whether two patterns accept the same events.
 *
 * - `equal`: no event tells them apart.
 * - `different`: an event was found that does.
 * - `unknown`: neither could be shown. That needs regular expressions, wildcards in selectors, texts and numbers asked
 *   of one selector, or patterns too large to go through.
 *
 * A pattern is a formula over its terms. The cases of a selector say which of its terms can be true together; where the
 * formulas agree on every combination of cases, the patterns are equal. They are different only if an event can be
 * built on which they disagree.
 */
export function samePattern(left: Pattern, right: Pattern): Sameness {
  if (normalForm(left) === normalForm(right)) return "equal";
  const questions = questionsOf([left, right]);
  const cases = questions.map((question) => casesOf(question, MAX_COMBINATIONS));
  if (cases.reduce((product, { length }) => product * length, 1) > MAX_COMBINATIONS) return "unknown";

  const formulas = [left, right].map((pattern) => formulaOf(pattern, questions)) as [Formula, Formula];
  // Without wildcards, an event that cannot be built, or shows no difference, proves that no event brings these cases.
  const exact = questions.every(({ selector }) => wildcardsIn(selector) === 0);
  let open = false;
  for (const combination of combinations(cases)) {
    if (formulas[0](combination) === formulas[1](combination)) continue;
    const examples = combination.map(({ example }) => example);
    const event = buildEvent(questions.map(({ selector }, index) => ({ selector, node: examples[index] })));
    if (event && matches(left, event) !== matches(right, event)) return "different";
    open ||= !exact || examples.includes(undefined);
  }
  return open ? "unknown" : "equal";
}

/** The terms of all patterns, by selector. */
function questionsOf(patterns: readonly Pattern[]): readonly Question[] {
  const terms = new Map(patterns.flatMap(termsOf).map((term) => [printTerm(term), term]));
  const bySelector = grouped([...terms.values()], ({ selector }) => printSelector(selector));
  return bySelector.map((group) => ({ selector: (group[0] as Term).selector, terms: group }));
}

function termsOf(pattern: Pattern): readonly Term[] {
  return isTerm(pattern) ? [pattern] : pattern.parts.flatMap(termsOf);
}

/** Whether a pattern accepts the events of a combination, which has one case for each question. */
type Formula = (combination: readonly Case[]) => boolean;

function formulaOf(pattern: Pattern, questions: readonly Question[]): Formula {
  if (!isTerm(pattern)) {
    const parts = pattern.parts.map((part) => formulaOf(part, questions));
    return pattern.kind === "and"
      ? (combination) => parts.every((part) => part(combination))
      : (combination) => parts.some((part) => part(combination));
  }
  const text = printTerm(pattern);
  const index = questions.findIndex(({ terms }) => terms.some((term) => printTerm(term) === text));
  return (combination) => combination[index]?.trueTerms.has(text) ?? false;
}

function* combinations(lists: readonly (readonly Case[])[]): Generator<readonly Case[]> {
  const [first, ...rest] = lists;
  if (!first) {
    yield [];
    return;
  }
  for (const others of combinations(rest)) for (const one of first) yield [one, ...others];
}
