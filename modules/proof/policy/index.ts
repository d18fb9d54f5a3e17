/** Whether a resource policy lets an AWS service in: the grammar that Keywatch writes, and nothing beyond it. */
export { type Answer, answer, type Refusal } from "./answer";
export { parsePolicy, type ReadStatement } from "./parse";
export type { ServiceRequest } from "./request";
