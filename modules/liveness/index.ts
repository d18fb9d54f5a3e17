/** How the alert path itself is watched, as data: what can fail, and the heartbeat that goes through it. */
export type { LivenessCheck } from "./check";
export { LIVENESS_CHECKS, QUIET_HOURS } from "./checks";
export { HEARTBEAT, HEARTBEAT_METRIC, heartbeatPattern, heartbeatTarget } from "./heartbeat";
