import type { Construct } from "constructs";
import type { HeartbeatProps } from "./heartbeat";

/** Makes a heartbeat. Loaded where there is one: the schedule is among the largest resources of the provider. */
export function addHeartbeat(scope: Construct, props: HeartbeatProps): void {
  const { Heartbeat } = require("./heartbeat") as typeof import("./heartbeat");
  new Heartbeat(scope, props);
}
