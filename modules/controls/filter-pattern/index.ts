/** JSON filter patterns of CloudWatch Logs as a language: read and print them. */
export * from "./ast";
export { MAX_LENGTH, type ParsedPattern, parsePattern } from "./parser";
export { printPattern, printTerm } from "./print";
export type { PatternSyntaxError } from "./syntax-error";
