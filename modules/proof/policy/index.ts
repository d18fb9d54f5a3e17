/** Whether a policy lets a caller in: the grammar that Keywatch writes, and nothing beyond it. */
export { type Answer, answer, type Refusal } from "./answer";
export { parsePolicy, type ReadStatement } from "./parse";
export type { AccountRequest, HolderRequest, PolicyRequest, ServiceRequest } from "./request";
