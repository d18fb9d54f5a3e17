/** The constructs that watch, in one target. */
export { ControlMonitor } from "./control-monitor";
export { dashboard } from "./dashboard";
export { addFastPath } from "./fast-path";
export { addHeartbeat } from "./heartbeat";
export { metricAlarm } from "./metric-alarm";
export { OrganizationRelay } from "./organization-relay";
export { savedQuery } from "./saved-query";
export { trailLogGroup } from "./trail-log-group";
