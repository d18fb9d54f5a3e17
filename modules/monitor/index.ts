/** The constructs that watch, in one target. */
export { ControlMonitor } from "./control-monitor";
export { trailLogGroup } from "./trail-log-group";
