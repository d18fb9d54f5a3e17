import { roleArn } from "../aws";
import type { Site } from "../config";
import { HEARTBEAT, HEARTBEAT_METRIC, heartbeatPattern, heartbeatTarget } from "../liveness";
import { heartbeatName } from "../names";
import type { TargetHeartbeat } from "./target";

/** The heartbeat of a site: a call of its own, told from those of other stacks by the role that makes it. */
export function heartbeatOf(site: Site): TargetHeartbeat {
  const name = heartbeatName(site.stack);
  return {
    name,
    rate: HEARTBEAT.rate,
    operation: heartbeatTarget(site.partition),
    input: JSON.stringify(HEARTBEAT.input),
    action: HEARTBEAT.action,
    filter: {
      name: HEARTBEAT_METRIC.name,
      pattern: heartbeatPattern(roleArn(site, name)),
      metric: { ...HEARTBEAT_METRIC, value: "1" },
    },
  };
}
