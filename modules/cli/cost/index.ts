/** Telling what a fleet costs. */
export { costText, notes } from "./text";
