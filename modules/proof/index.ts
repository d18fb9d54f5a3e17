/** Whether an alert gets through what was synthesized: the walk, what it found, and how to say it. */
export { BrokenPath } from "./broken-path";
export { type Explained, explainRefusal } from "./explain";
export type { Addition, Break, Link, Note, Open, Place, Problem, Proof, Source } from "./finding";
export { type PolicyRequest, parsePolicy, type ReadStatement, type Refusal } from "./policy";
export { prove } from "./prove";
export { noteReport } from "./report";
export {
  assumeRequest,
  holderRequest,
  keepRequest,
  keyRequests,
  publishRequests,
  refusals,
  type Sender,
  sendRequests,
} from "./requests";
export type { SynthesizedStack, TerraformJson } from "./synthesized";
