/** A rollout to many stacks by plain Terraform: wave by wave, within what the machine bears, never stopped by one stack. */
export type { Outcome } from "./outcome";
export { isBroken } from "./outcome";
export { parallelismHere } from "./parallelism";
export { phaseOn } from "./phase";
export { sharedProviders, withPluginCache } from "./providers";
export { pausesOf } from "./retry";
export { type Approve, applyFleet, deployFleet, planFleet, type Rollout, reviewFleet } from "./rollout";
export { rolloutText } from "./summary";
