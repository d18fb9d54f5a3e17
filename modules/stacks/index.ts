/** The stacks: one for every target, those that make what keeps the states, and the app that writes them. */
export { buildApp } from "./app";
export { type Synthesized, synth } from "./synth";
export { writeStateStack, writeWorkspacesStack } from "./write-bootstrap";
