import { isObject } from "../../values";
import {
  type Comparison,
  type ConditionName,
  isTerm,
  type Operator,
  type Pattern,
  type Selector,
  type Step,
  type Term,
  type Value,
} from "./ast";
import { numberIn } from "./number";
import { compileRegex } from "./regex";
import { textTest } from "./wildcard";

/** A question to a JSON node. */
export type Test = (node: unknown) => boolean;

/** Whether an event matches. To ask about many events, compile the pattern once. */
export function matches(pattern: Pattern, event: unknown): boolean {
  return compilePattern(pattern)(event);
}

/**
 * The pattern as a function of an event, which is what `JSON.parse` makes of a log line.
 *
 * Upper and lower case differ ("Filter patterns are case sensitive"). A comparison holds only for a node that is a
 * string or a number: "If a property selector points to an array or object, the filter pattern won't match". So `!=`
 * does not hold for a field that is missing, null or a boolean; github.com/DataBiosphere/azul/issues/5884 saw AWS do it
 * for a missing one. With a wildcard in the selector it is enough that one of the nodes passes.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function compilePattern(pattern: Pattern): Test {
  if (isTerm(pattern)) return compileTerm(pattern);
  const parts = pattern.parts.map(compilePattern);
  return pattern.kind === "and"
    ? (event) => parts.every((part) => part(event))
    : (event) => parts.some((part) => part(event));
}

function compileTerm(term: Term): Test {
  if (term.kind === "comparison") return someNode(term.selector, comparisonTest(term));
  if (term.condition !== "NOT EXISTS") return someNode(term.selector, CONDITION_TESTS[term.condition]);
  const exists = someNode(term.selector, CONDITION_TESTS.EXISTS);
  return (event) => !exists(event);
}

const CONDITION_TESTS: Readonly<Record<Exclude<ConditionName, "NOT EXISTS">, Test>> = {
  "IS TRUE": (node) => node === true,
  "IS FALSE": (node) => node === false,
  "IS NULL": (node) => node === null,
  EXISTS: () => true,
};

/** Whether a test holds for at least one of the nodes that a selector leads to. */
export function someNode(selector: Selector, test: Test): Test {
  return selector.reduceRight(testChild, test);
}

function testChild(test: Test, step: Step): Test {
  switch (step.kind) {
    case "property":
      return (node) => isObject(node) && Object.hasOwn(node, step.name) && test(node[step.name]);
    case "index":
      return (node) => Array.isArray(node) && step.index < node.length && test(node[step.index]);
    case "anyField":
      return (node) => isObject(node) && Object.values(node).some((child) => test(child));
    case "anyElement":
      return (node) => Array.isArray(node) && node.some((child) => test(child));
  }
}

function comparisonTest({ operator, value }: Comparison): Test {
  const holds = valueTest(operator, value);
  return (node) => (typeof node === "string" || typeof node === "number") && holds(node);
}

/** Numbers are compared as numbers; a text or regular expression sees a number as the text that spells it (`4*`). */
function valueTest(operator: Operator, value: Value): (node: string | number) => boolean {
  if (value.kind === "number") {
    const compare = NUMBER_COMPARISONS[operator];
    const right = Number(value.text);
    return (node) => compare(numberIn(node), right);
  }
  const equal = value.kind === "text" ? textTest(value.text) : regexTest(value.source);
  return operator === "=" ? (node) => equal(String(node)) : (node) => !equal(String(node));
}

function regexTest(source: string): (text: string) => boolean {
  const regex = compileRegex(source);
  return (text) => regex.test(text);
}

const NUMBER_COMPARISONS: Readonly<Record<Operator, (left: number, right: number) => boolean>> = {
  "=": (left, right) => left === right,
  "!=": (left, right) => left !== right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};
