import fc from "fast-check";
import {
  compilePattern,
  isTerm,
  matches,
  type Pattern,
  type Sameness,
  samePattern,
  type Term,
} from "../../../modules/controls/filter-pattern";
import { anyEvent, anyPattern, anySelector, patternOf, plainSelector, termOf, text } from "./arbitraries";
import { BENCHMARK_PATTERNS } from "./benchmark-patterns";
import { parsed } from "./parsed";

const CIS = BENCHMARK_PATTERNS[0] as string;
const NEVER = "{ $.z = x && $.z = y }";

const ROWS: readonly (readonly [Sameness, string, string])[] = [
  [
    "equal",
    CIS,
    "{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey)||($.eventName = ScheduleKeyDeletion)) }",
  ],
  [
    "equal",
    CIS,
    '{ ($.eventName = "ScheduleKeyDeletion" || $.eventName = "DisableKey") && $.eventSource = "kms.amazonaws.com" }',
  ],
  [
    "equal",
    CIS,
    "{ $.eventSource = kms.amazonaws.com && $.eventName = DisableKey || $.eventSource = kms.amazonaws.com && $.eventName = ScheduleKeyDeletion }",
  ],
  [
    "different",
    CIS,
    "{ $.eventSource = kms.amazonaws.com && $.eventName = DisableKey || $.eventName = ScheduleKeyDeletion }",
  ],
  ["different", CIS, "{ $.eventSource = kms.amazonaws.com && $.eventName = DisableKey }"],
  ["different", CIS, "{ $.eventSource = kms* && ($.eventName = DisableKey || $.eventName = ScheduleKeyDeletion) }"],
  ["different", CIS, CIS.replace("}", " && $.errorCode NOT EXISTS}")],

  ["equal", "{ $.a = x && $.a = y }", NEVER],
  ["different", "{ $.a = x || $.a = y }", NEVER],
  ["equal", "{ $.a = x && $.a != y }", "{ $.a = x }"],
  ["equal", "{ $.a = x || $.a != x }", "{ $.a = * }"],
  ["different", "{ $.a != x }", "{ $.a = x || $.a NOT EXISTS }"],
  ["different", "{ $.a != x || $.a = x }", "{ $.a EXISTS }"],
  ["different", "{ $.a NOT EXISTS }", "{ $.a IS NULL }"],
  ["equal", "{ $.a IS TRUE && $.a IS FALSE }", NEVER],

  ["equal", "{ $.a = ab* && $.a = abc }", "{ $.a = abc }"],
  ["equal", "{ $.a = x* && $.a = *y }", "{ $.a = x*y }"],
  ["different", "{ $.a = xy* && $.a = *yz }", "{ $.a = xy*yz }"],
  ["equal", "{ $.a = xy* && $.a = *yz }", "{ $.a = xy*yz || $.a = xyz }"],
  ["equal", "{ $.a = ** }", "{ $.a = * }"],
  ["different", "{ $.a = *a* && $.a = *b* }", "{ $.a = *a*b* }"],
  ["equal", "{ $.a = *a* && $.a = *b* }", "{ $.a = *a*b* || $.a = *b*a* }"],

  ["equal", "{ $.a = 500 }", "{ $.a = 5e2 }"],
  ["equal", "{ $.a >= 5 }", "{ $.a > 5 || $.a = 5 }"],
  ["different", "{ $.a >= 5 }", "{ $.a > 4 }"],
  ["equal", "{ $.a > 5 && $.a < 4 }", NEVER],
  ["different", "{ $.a != 5 }", "{ $.a < 5 || $.a > 5 }"],
  ["different", "{ $.a < 1e300 }", "{ $.a < 1e301 }"],
  ["different", "{ $.a = 500 }", '{ $.a = "500" }'],

  ["equal", "{ $.a.b EXISTS && $.a = x }", NEVER],
  ["equal", "{ $.a.b EXISTS && $.a NOT EXISTS }", NEVER],
  ["equal", "{ $.a.b EXISTS && $.a[0] EXISTS }", NEVER],
  ["equal", "{ $.a[1] EXISTS && $.a[0] NOT EXISTS }", NEVER],
  ["equal", "{ $.a.b = x && $.a EXISTS }", "{ $.a.b = x }"],
  ["different", "{ $.a[0] = x && $.a EXISTS }", NEVER],
  ["different", "{ $.['__proto__'].x = 1 }", NEVER],

  ["equal", "{ $.a = %x% || $.b = 1 }", "{ $.b = 1 || $.a = %x% || $.b = 1.0 }"],
  ["different", "{ $.a = %x% || $.b = 1 }", "{ $.a = %x% }"],
  ["unknown", "{ $.a = %x% }", "{ $.a = *x* }"],
  ["different", "{ $.a[*] = x }", "{ $.a[0] = y }"],
  ["unknown", "{ $.a[*] = x && $.a[*] = y }", NEVER],
];

test.each(ROWS)("%s: %s and %s", (expected, left, right) => {
  expect(samePattern(parsed(left), parsed(right))).toBe(expected);
  expect(samePattern(parsed(right), parsed(left))).toBe(expected);
});

test("of the benchmark's patterns only the two spellings of 4.7 accept the same events", () => {
  const pairs = BENCHMARK_PATTERNS.flatMap((one, index) =>
    BENCHMARK_PATTERNS.slice(index + 1).map((other) => [one, other] as const),
  );
  const byAnswer = (answer: Sameness) =>
    pairs.filter(([one, other]) => samePattern(parsed(one), parsed(other)) === answer);
  expect(byAnswer("equal")).toEqual([BENCHMARK_PATTERNS.filter((text) => text.includes("kms.amazonaws.com"))]);
  expect(byAnswer("unknown")).toEqual([]);
});

test("gives up on what is too large to go through", () => {
  const many = (value: string) =>
    parsed(`{ ${Array.from({ length: 30 }, (_, index) => `$.f${index} = ${value}`).join(" && ")} }`);
  expect(samePattern(many("x"), many("y"))).toBe("unknown");
  expect(samePattern(many("x"), many("x"))).toBe("equal");
});

/** Two patterns of such terms; every other pair differs in one term alone, so that many accept the same events. */
function pairOf(term: fc.Arbitrary<Term>): fc.Arbitrary<[Pattern, Pattern]> {
  const pattern = patternOf(term, 1);
  const withOneMore = fc.tuple(pattern, term, fc.constantFrom<"and" | "or">("and", "or"));
  return fc.oneof(
    fc.tuple(pattern, pattern),
    withOneMore.map(([one, more, kind]): [Pattern, Pattern] => [one, { kind, parts: [one, more] }]),
  );
}

const smallPair = pairOf(
  termOf(
    plainSelector.map((selector) => selector.slice(0, 2)),
    text,
  ),
);

test("says equal of no two patterns that an event tells apart", () => {
  fc.assert(
    fc.property(smallPair, fc.array(anyEvent, { minLength: 50, maxLength: 50 }), ([left, right], events) => {
      if (samePattern(left, right) !== "equal") return;
      for (const event of events) expect(matches(left, event)).toBe(matches(right, event));
    }),
    { numRuns: 400 },
  );
});

test("tells small patterns apart wherever any event of a small world does", () => {
  const nodes = [
    undefined,
    null,
    true,
    false,
    {},
    "",
    "x",
    "xy",
    "xx",
    "y",
    "xzy",
    "1",
    "1.0",
    "q",
    1,
    0,
    2,
    -2,
    1000,
    1e9,
    [],
    ["x"],
    [1],
    { b: "x" },
    { b: 1 },
    { b: null },
  ];
  const world = nodes.flatMap((a) => nodes.map((b) => JSON.parse(JSON.stringify({ a, b }))));
  const selector = fc
    .constantFrom(
      parsed("{ $.a EXISTS }"),
      parsed("{ $.b EXISTS }"),
      parsed("{ $.a.b EXISTS }"),
      parsed("{ $.a[0] EXISTS }"),
      parsed("{ $.* EXISTS }"),
    )
    .map((term) => (term.kind === "condition" ? term.selector : []));
  const answers = new Set<Sameness>();
  fc.assert(
    fc.property(pairOf(termOf(selector, text)), ([left, right]) => {
      const answer = samePattern(left, right);
      answers.add(answer);
      const [one, other] = [compilePattern(left), compilePattern(right)];
      const apart = world.some((event) => one(event) !== other(event));
      if (apart) expect(answer).not.toBe("equal");
    }),
    { numRuns: 400 },
  );
  expect([...answers].sort()).toEqual(["different", "equal", "unknown"]);
});

/** The same meaning, written another way. */
function rewritten(pattern: Pattern): Pattern {
  if (isTerm(pattern)) return { kind: "and", parts: [pattern, pattern] };
  const parts = pattern.parts.map(rewritten).reverse();
  const absorbed: Pattern = {
    kind: pattern.kind === "and" ? "or" : "and",
    parts: [parts[0] as Pattern, { kind: pattern.kind, parts }],
  };
  return { kind: pattern.kind, parts: [...parts, absorbed] };
}

test("a pattern equals what it is rewritten to, whatever its terms are", () => {
  fc.assert(
    fc.property(patternOf(termOf(anySelector, text), 1), (pattern) => {
      expect(samePattern(pattern, rewritten(pattern))).not.toBe("different");
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(anyPattern, (pattern) => {
      expect(samePattern(pattern, pattern)).toBe("equal");
    }),
    { numRuns: 300 },
  );
});
