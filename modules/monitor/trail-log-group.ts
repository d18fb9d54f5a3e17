import type { Construct } from "constructs";
import type { Locality } from "../aws";
import type { TargetTrail } from "../fleet";
import { CreatedTrail } from "./created-trail";
import { checkLogGroup } from "./log-group-check";

/** Name of the log group that the trail writes to: of a trail that is made here, or one whose existence is checked. */
export function trailLogGroup(scope: Construct, trail: TargetTrail, at: Locality): string {
  if (trail.created) return new CreatedTrail(scope, { trail, created: trail.created, at }).logGroupName;
  checkLogGroup(scope, trail, at);
  return trail.logGroup;
}
