/** Which stacks a change affects. */
export { type Affected, affected } from "./affected";
export { GitError } from "./revision";
