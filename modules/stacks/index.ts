/** The stacks: one for every target, and the app that writes them. */
export { buildApp } from "./app";
export { type Synthesized, synth } from "./synth";
export { TargetStack } from "./target-stack";
export { writeStateStack } from "./write-state-stack";
