/** What may go wrong in an account of a deployed fleet, each with how to take it back. */
export { alarmFaults } from "./alarms";
export { busFaults } from "./bus";
export type { Fault } from "./fault";
export { keyFaults } from "./keys";
export { livenessFaults } from "./liveness";
export { filterFaults, logGroupFaults } from "./logs";
export { queueFaults } from "./queue";
export { roleFaults } from "./roles";
export { ruleFaults } from "./rules";
export { deleteStackSet, stackSetFaults } from "./stack-set";
export { strayState } from "./states";
export { topicFaults } from "./topics";
export { trailFaults } from "./trail";
export { viewFaults } from "./views";
