/** Whether an alert gets through what was synthesized: the walk, what it found, and how to say it. */
export { BrokenPath } from "./broken-path";
export type { Addition, Break, Link, Note, Open, Place, Problem, Proof, Source } from "./finding";
export { prove } from "./prove";
export { noteReport } from "./report";
export type { SynthesizedStack, TerraformJson } from "./synthesized";
