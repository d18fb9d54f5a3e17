/** What a fleet costs a month. */
export { type Cost, costOf } from "./cost";
export { type Assumptions, CHARGED_AS, KINDS } from "./kinds";
