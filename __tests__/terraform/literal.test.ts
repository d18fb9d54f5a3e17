import fc from "fast-check";
import { literals } from "../../modules/terraform";
import { literal } from "../../modules/terraform/literal";
import { terraformText } from "../support/terraform-text";

const PIECES = ["$", "%", "{", "}", '"', "TfToken[", "x"];

/** Every text of up to `length` pieces. */
const textsOf = (length: number): string[] =>
  length === 0 ? [""] : ["", ...textsOf(length - 1).flatMap((rest) => PIECES.map((piece) => piece + rest))];

test("every text of up to five pieces that mean something means itself", () => {
  const texts = [...new Set(textsOf(5))];
  expect(texts).toHaveLength(19608);
  expect(texts.filter((text) => terraformText(literal(text)) !== text)).toEqual([]);
});

test("any text means itself", () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary" })))
    .map((parts) => parts.join(""));
  fc.assert(fc.property(text, (written) => expect(terraformText(literal(written))).toBe(written)));
});

test.each([
  ["plain", "plain"],
  ["$1 100%", "$1 100%"],
  ["${x}", '${"$"}{x}'],
  ["%{ if }", '${"%"}{ if }'],
  ["$${x}", '${"$$"}{x}'],
  ["-8.1e+298, 1e100, 1e99, e100", '-8.1${"e"}+298, 1${"e"}100, 1e99, e100'],
  ["${TfToken[TOKEN.0]}", '${"$"}{TfToken${"["}TOKEN.0]}'],
])("%s is written as %s", (text, written) => {
  expect(literal(text)).toBe(written);
});

test("texts and keys are made literals wherever they stand, and nothing else changes", () => {
  const value = { "${k}": ["${v}", 1, true, null, undefined, { a: "%{b" }], empty: {}, list: [] };
  expect(literals(value)).toEqual({
    '${"$"}{k}': ['${"$"}{v}', 1, true, null, undefined, { a: '${"%"}{b' }],
    empty: {},
    list: [],
  });
});
