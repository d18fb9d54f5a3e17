/** What a first deploy would overwrite: asked before it, by the command or by a rollout. */
export { type Existing, type PreflightProps, preflight, type TargetPreflight } from "./preflight";
export { preflightText } from "./text";
