/** What a config means: its targets, and the stacks that are built of them. */
export { buildApp } from "./app";
export { resolve } from "./resolve";
export { synth } from "./synth";
export type { Target, TargetControl, TargetSubscription, TargetTopic } from "./target";
export { TargetStack } from "./target-stack";
