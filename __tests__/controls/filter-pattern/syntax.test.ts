import fc from "fast-check";
import { parsePattern } from "../../../modules/controls/filter-pattern";
import { BENCHMARK_PATTERNS } from "./benchmark-patterns";
import { parsed } from "./parsed";

test.each(BENCHMARK_PATTERNS)("parses %s", (text) => {
  expect(parsePattern(text)).toMatchObject({ ok: true });
});

test("reads every kind of term", () => {
  expect(parsed(`{ $.a-b[0].*.['c.d']!="say \\"hi\\" \\ \\\\" && ($.e IS NULL || $.f>=-1.5e+3) }`)).toEqual({
    kind: "and",
    parts: [
      {
        kind: "comparison",
        selector: [
          { kind: "property", name: "a-b" },
          { kind: "index", index: 0 },
          { kind: "anyField" },
          { kind: "property", name: "c.d" },
        ],
        operator: "!=",
        value: { kind: "text", text: 'say "hi" \\ \\' },
      },
      {
        kind: "or",
        parts: [
          { kind: "condition", selector: [{ kind: "property", name: "e" }], condition: "IS NULL" },
          {
            kind: "comparison",
            selector: [{ kind: "property", name: "f" }],
            operator: ">=",
            value: { kind: "number", text: "-1.5e+3" },
          },
        ],
      },
    ],
  });
});

test.each([
  ["{$.a=1&&$.b=2||$.c=3}", "{ ($.a = 1 && $.b = 2) || $.c = 3 }"],
  ["{$.a=1||$.b=2&&$.c=3}", "{ $.a = 1 || ($.b = 2 && $.c = 3) }"],
  ["{(($.a\tIS\nTRUE))}", "{ $.a IS TRUE }"],
  ["{ $['a'] = 1 }", "{ $.a = 1 }"],
  ['{ $.a = "x" }', "{ $.a = x }"],
])("reads %s like %s", (one, other) => {
  expect(parsed(one)).toEqual(parsed(other));
});

test("a number in quotes is a text", () => {
  expect(parsed('{ $.a = "400" }')).not.toEqual(parsed("{ $.a = 400 }"));
});

const SYNTAX_ERRORS: readonly (readonly [text: string, column: number, message: string, expected: string])[] = [
  ["", 1, "ends too early", "{"],
  ["ERROR", 1, "ERROR cannot stand here", "{"],
  ["[ip, user]", 1, "[ cannot stand here", "{"],
  ["{ }", 3, "} cannot stand here", "a selector"],
  ["{ $.a }", 7, "} cannot stand here", "IS NULL"],
  ["{ $.a = }", 9, "} cannot stand here", "a number"],
  ["{ $.a = 1", 10, "ends too early", "}"],
  ["{ $.a = 1 } }", 13, "} cannot stand here", "nothing after"],
  ["{ ($.a = 1 }", 12, "} cannot stand here", ")"],
  ["{ $.a = 1) }", 10, ") cannot stand here", "&&, || or }"],
  ["{ $.a = 1 & $.b = 2 }", 11, "& cannot stand here", "&&"],
  ["{ $.a = 1 && }", 14, "} cannot stand here", "a selector"],
  ["{ $.a == 1 }", 8, "= cannot stand here", "a number"],
  ["{ $.a IS NOT NULL }", 7, "IS cannot stand here", "IS NULL"],
  ["{ $.a is null }", 7, "is cannot stand here", "IS NULL"],
  ["{ eventName = x }", 3, "eventName cannot stand here", "$.eventName"],
  ["{ constructor = x }", 3, "constructor cannot stand here", "$.eventName"],
  ["{ $ = 1 }", 4, "cannot go on", ".name"],
  ["{ $.a..b = 1 }", 6, "cannot go on", ".name"],
  ["{ $.a[x] = 1 }", 6, "cannot go on", "[0]"],
  ["{ $[0] = 1 }", 4, "must follow a property", ".name"],
  ["{ $.*[*] = 1 }", 3, "two wildcards", "at most one"],
  ["{ $.*=1||$.*=2||$.*=3||$.*=4 }", 24, "too many selectors", "at most 3"],
  ["{ $.a=%x%||$.a=%y%||$.a=%z% }", 25, "too many regular expressions", "at most 2"],
  // github.com/hashicorp/terraform-provider-aws/issues/2945: AWS refuses single quotes.
  ["{ $.type = 'Root' }", 12, "double quotes", "a number"],
  ['{ $.a = "x }', 9, "no closing quote", '"text"'],
  ["{ $.a = %x }", 9, "no closing %", "%regex%"],
  ["{ $.a = arn:aws:iam }", 12, ": cannot stand here", "double quotes"],
  ["{ $.a < x }", 9, "numbers only", "a number"],
  ["{ $.a >= %1% }", 10, "numbers only", "a number"],
  ["{ $.a = %% }", 10, "empty", "letters"],
  ["{ $.a = %something!% }", 19, "does not support", "\\xhh"],
  // github.com/ministryofjustice/modernisation-platform-environments/pull/5137: nor escaped parentheses.
  ["{ $.a = %f\\(x% }", 11, "does not support", "\\xhh"],
  ["{ $.a = %[a% }", 10, "not well formed", "[ closed"],
];

test.each(SYNTAX_ERRORS)("finds the error in %s at column %d", (text, column, message, expected) => {
  expect(parsePattern(text)).toEqual({
    ok: false,
    column,
    message: expect.stringContaining(message),
    expected: expect.stringContaining(expected),
  });
});

test("takes a pattern of 1024 characters and not one more", () => {
  const ofLength = (length: number) => `{ $.a = "x" }`.replace("x", "x".repeat(length - `{ $.a = "" }`.length));
  expect(parsePattern(ofLength(1024))).toMatchObject({ ok: true });
  expect(parsePattern(ofLength(1025))).toEqual({
    ok: false,
    column: 1025,
    message: "The pattern has 1025 characters.",
    expected: "at most 1024 characters",
  });
});

test("any text is a pattern or has an error with a column in it", () => {
  const piece = fc.constantFrom(
    ..."{ } ( ) $ .a [0] [*] ['x'] = != >= && || \" % ' \\ * 1e3 IS NULL EXISTS".split(" "),
    " ",
  );
  const nearPattern = fc.array(piece).map((pieces) => pieces.join(""));
  const damaged = fc
    .tuple(fc.constantFrom(...BENCHMARK_PATTERNS), fc.nat(), fc.string({ maxLength: 3 }))
    .map(([text, at, insert]) => text.slice(0, at % text.length) + insert + text.slice((at % text.length) + 1));
  const any = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), nearPattern, damaged);
  fc.assert(
    fc.property(any, (text) => {
      const result = parsePattern(text);
      if (result.ok) return;
      expect(result.column).toBeGreaterThanOrEqual(1);
      expect(result.column).toBeLessThanOrEqual(text.length + 1);
      expect(result.message).not.toBe("");
      expect(result.expected).not.toBe("");
    }),
    { numRuns: 1000 },
  );
});

test("parentheses may be as deep as the length allows", () => {
  const depth = 500;
  expect(parsed(`{${"(".repeat(depth)}$.a=1${")".repeat(depth)}}`)).toEqual(parsed("{ $.a = 1 }"));
});
