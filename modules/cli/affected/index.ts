/** Which stacks a change affects. */
export { type Affected, affected, type Base } from "./affected";
export { GitError } from "./revision";
