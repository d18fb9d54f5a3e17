import type { Construct } from "constructs";
import type { Locality } from "../aws";
import type { TargetTrail } from "../fleet";
import { checkLogGroup } from "./log-group-check";

/** Name of the log group that the trail writes to: of a trail that is made here, or one whose existence is checked. */
export function trailLogGroup(scope: Construct, trail: TargetTrail, at: Locality): string {
  if (trail.created) {
    // Loaded where a trail is made: its resources are the largest of the provider that Keywatch uses.
    const { CreatedTrail } = require("./created-trail") as typeof import("./created-trail");
    return new CreatedTrail(scope, { trail, created: trail.created, at }).logGroupName;
  }
  checkLogGroup(scope, trail, at);
  return trail.logGroup;
}
