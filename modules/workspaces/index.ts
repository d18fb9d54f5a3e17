/** The workspaces of HCP Terraform that keep the states of a fleet, and run its stacks. */
export { CommonVariables } from "./common-variables";
export { ownState } from "./own-state";
export { StackWorkspace } from "./stack-workspace";
