/** What events would set off in a fleet. */
export { explain, type Question } from "./explain";
export type { Unreadable } from "./records";
