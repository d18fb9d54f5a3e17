import fc from "fast-check";
import {
  compilePattern,
  type Explanation,
  explainMatch,
  isTerm,
  MAX_LENGTH,
  matches,
  parsePattern,
  printPattern,
} from "../../../modules/controls/filter-pattern";
import { anyEvent, anyPattern } from "./arbitraries";
import { BENCHMARK_PATTERNS } from "./benchmark-patterns";
import { naiveMatches } from "./naive";
import { parsed } from "./parsed";

const RUNS = { numRuns: 500 };

test("parse is the inverse of print", () => {
  fc.assert(
    fc.property(anyPattern, (pattern) => {
      const text = printPattern(pattern);
      fc.pre(text.length <= MAX_LENGTH);
      expect(parsePattern(text)).toEqual({ ok: true, ast: pattern });
    }),
    RUNS,
  );
});

test.each(BENCHMARK_PATTERNS)("print keeps the meaning of %s", (text) => {
  expect(parsed(printPattern(parsed(text)))).toEqual(parsed(text));
});

test("a second, naive evaluator agrees", () => {
  fc.assert(
    fc.property(anyPattern, anyEvent, (pattern, event) => {
      expect(matches(pattern, event)).toBe(naiveMatches(pattern, event));
    }),
    { numRuns: 2000 },
  );
});

test("a compiled pattern answers the same however often it is asked", () => {
  fc.assert(
    fc.property(anyPattern, fc.array(anyEvent), (pattern, events) => {
      const compiled = compilePattern(pattern);
      const answers = events.map((event) => compiled(event));
      expect(events.map((event) => compiled(event))).toEqual(answers);
      expect(events.map((event) => matches(pattern, event))).toEqual(answers);
    }),
    { numRuns: 100 },
  );
});

test("an explanation says of each part what it says alone", () => {
  const check = (explanation: Explanation, event: unknown): void => {
    const { pattern, matched, parts, found } = explanation;
    expect(matched).toBe(matches(pattern, event));
    expect(parts.map((part) => part.pattern)).toEqual(isTerm(pattern) ? [] : pattern.parts);
    const exists =
      isTerm(pattern) && matches({ kind: "condition", selector: pattern.selector, condition: "EXISTS" }, event);
    expect(found.length > 0).toBe(exists);
    for (const part of parts) check(part, event);
  };
  fc.assert(
    fc.property(anyPattern, anyEvent, (pattern, event) => check(explainMatch(pattern, event), event)),
    RUNS,
  );
});

test("an explanation shows what the selectors found", () => {
  const pattern = parsed(
    "{ $.eventSource = kms.amazonaws.com && ($.eventName = DisableKey || $.errorCode NOT EXISTS) }",
  );
  const explanation = explainMatch(pattern, { eventSource: "kms.amazonaws.com", eventName: "EnableKey" });
  expect(explanation).toMatchObject({
    matched: true,
    parts: [
      { matched: true, found: ["kms.amazonaws.com"] },
      {
        matched: true,
        parts: [
          { matched: false, found: ["EnableKey"] },
          { matched: true, found: [] },
        ],
      },
    ],
  });
});
