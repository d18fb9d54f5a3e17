/** The constructs that watch, in one target. */
export { ControlMonitor } from "./control-monitor";
export { addFastPath } from "./fast-path";
export { trailLogGroup } from "./trail-log-group";
