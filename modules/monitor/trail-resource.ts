import type { TerraformElement } from "cdktf";
import { TRAIL_ADDRESS } from "../names";

/**
 * Gives a resource the address of the trail: its type alone tells it from the others. It must be done before anything
 * refers to the resource.
 */
export function atTrailAddress<T extends TerraformElement>(resource: T): T {
  resource.overrideLogicalId(TRAIL_ADDRESS);
  return resource;
}
