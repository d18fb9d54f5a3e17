import fc from "fast-check";
import {
  CONDITIONS,
  EQUALITY_OPERATORS,
  OPERATORS,
  type Pattern,
  parsePattern,
  printPattern,
  type Selector,
  type Step,
  type Term,
  type Value,
} from "../../../modules/controls/filter-pattern";

/** Few names and values, so that patterns and events meet. */
const NAMES = ["a", "b", "c-d", "a.b", "it's", "__proto__"];
const TEXTS = [
  "",
  "x",
  "xy",
  "x*",
  "*y",
  "x*y",
  "*",
  "**",
  "1",
  "1.0",
  "-2",
  "1e3",
  "x y",
  'say "x"',
  "back\\slash",
  "é",
];
const NUMBERS = ["1", "+1", "1.0", "-2", "1e3", "1E-3", "0", "007"];
const REGEXES = ["x", "^x?y$", "^[0-9]{,2}$", "[^x]", "\\x31|\\d\\.", "."];

const property = fc.constantFrom(...NAMES).map((name): Step => ({ kind: "property", name }));
const index = fc.nat(2).map((at): Step => ({ kind: "index", index: at }));
const wildcard = fc.constantFrom<Step>({ kind: "anyField" }, { kind: "anyElement" });

export const plainSelector: fc.Arbitrary<Selector> = fc
  .tuple(property, fc.array(fc.oneof(property, index), { maxLength: 2 }))
  .map(([first, rest]) => [first, ...rest]);

export const anySelector: fc.Arbitrary<Selector> = fc.oneof(
  plainSelector,
  fc
    .tuple(plainSelector, wildcard, fc.array(property, { maxLength: 1 }))
    .map(([from, any, to]) => [...from, any, ...to]),
  fc.constant<Selector>([{ kind: "anyField" }]),
);

export const number = fc.constantFrom(...NUMBERS).map((text): Value => ({ kind: "number", text }));
export const text = fc.constantFrom(...TEXTS).map((one): Value => ({ kind: "text", text: one }));
const freeText = fc.string({ unit: "binary", maxLength: 8 }).map((one): Value => ({ kind: "text", text: one }));
const regex = fc.constantFrom(...REGEXES).map((source): Value => ({ kind: "regex", source }));

const condition = (selector: fc.Arbitrary<Selector>): fc.Arbitrary<Term> =>
  fc.record({ kind: fc.constant("condition"), selector, condition: fc.constantFrom(...CONDITIONS) });

const comparison = (
  selector: fc.Arbitrary<Selector>,
  operators: readonly (typeof OPERATORS)[number][],
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<Term> =>
  fc.record({ kind: fc.constant("comparison"), selector, operator: fc.constantFrom(...operators), value });

/** Terms on these selectors with these texts or regular expressions. */
export const termOf = (selector: fc.Arbitrary<Selector>, equalityValue: fc.Arbitrary<Value>): fc.Arbitrary<Term> =>
  fc.oneof(
    condition(selector),
    comparison(selector, EQUALITY_OPERATORS, equalityValue),
    comparison(selector, OPERATORS, number),
  );

export const patternOf = (term: fc.Arbitrary<Term>, maxDepth = 3): fc.Arbitrary<Pattern> =>
  fc.letrec<{ pattern: Pattern; junction: Pattern }>((tie) => ({
    pattern: fc.oneof({ maxDepth, withCrossShrink: true }, term, tie("junction")),
    junction: fc.record({
      kind: fc.constantFrom<"and" | "or">("and", "or"),
      parts: fc.array(tie("pattern"), { minLength: 2, maxLength: 3 }),
    }),
  })).pattern;

/** Patterns within AWS's quotas. */
export const anyPattern: fc.Arbitrary<Pattern> = patternOf(termOf(anySelector, fc.oneof(text, freeText, regex))).filter(
  (pattern) => {
    const result = parsePattern(printPattern(pattern));
    return result.ok || !/too many|characters/.test(result.message);
  },
);

const leaf = fc.constantFrom<unknown>(...TEXTS, ...NUMBERS, ...NUMBERS.map(Number), null, true, false);

export const anyEvent: fc.Arbitrary<unknown> = fc.letrec((tie) => {
  const node = fc.oneof({ maxDepth: 3 }, leaf, tie("object"), fc.array(tie("node"), { maxLength: 3 }));
  const fields = fc.array(fc.tuple(fc.constantFrom(...NAMES), tie("node")), { maxLength: 4 });
  return { node, object: fields.map((entries) => Object.fromEntries(entries)) };
}).object;
