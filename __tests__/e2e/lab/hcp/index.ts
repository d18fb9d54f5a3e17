/** A stand-in for HCP Terraform, as far as states, workspaces and variables go. */
export { HCP_HOST, withHcp } from "./environment";
export { type Hcp, startHcp } from "./server";
export type { Kept } from "./store";
