/** What is watched: the catalogue of controls as data. */
export { type BenchmarkVersion, benchmarkText } from "./benchmark";
export * from "./catalogue";
export * from "./control";
export { ON_FIRST } from "./on-first";
export { chosenPattern, fillPattern, type PatternValues } from "./pattern";
