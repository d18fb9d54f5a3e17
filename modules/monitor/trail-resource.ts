import type { TerraformElement } from "cdktf";
import { TRAIL_ADDRESS } from "../names";
import { atAddress } from "../terraform";

/** Gives a resource the address of the trail: its type alone tells it from the others. */
export const atTrailAddress = <T extends TerraformElement>(resource: T): T => atAddress(TRAIL_ADDRESS, resource);
