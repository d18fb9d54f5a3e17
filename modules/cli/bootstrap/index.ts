/** Making what keeps the fleet's states: a bucket, or workspaces of HCP Terraform. */
export { makeBucket } from "./bucket";
export type { Bootstrap } from "./in-steps";
export { makeWorkspaces } from "./workspaces";
