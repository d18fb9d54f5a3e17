/** The constructs that watch, in one target. */
export { ControlMonitor } from "./control-monitor";
export { checkLogGroup } from "./log-group-check";
