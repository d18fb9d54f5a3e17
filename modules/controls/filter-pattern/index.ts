/** JSON filter patterns of CloudWatch Logs as a language: read, print, evaluate, explain and compare them. */
export * from "./ast";
export { countsTheSame } from "./counts-the-same";
export { type Sameness, samePattern } from "./equivalence";
export { compilePattern, matches } from "./evaluate";
export { type Explanation, explainMatch } from "./explain";
export { MAX_LENGTH, type ParsedPattern, parsePattern } from "./parser";
export { printPattern, printTerm } from "./print";
export type { PatternSyntaxError } from "./syntax-error";
