/** A drill: a real event in one target, the wait for alarm and message, and nothing left of it. */
export { type DrillProps, drill } from "./drill";
export { type DrillPlan, planDrill } from "./plan";
export type { DrillResult } from "./result";
export { drillText, planData, planText } from "./text";
