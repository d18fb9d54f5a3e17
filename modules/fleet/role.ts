import { fill, HOME_REGION, type Place, policyArn, REGIONS } from "../aws";
import type { RoleSetting } from "../config";
import type { Target } from "./target";

/** The role of a target, and where STS is asked for it. */
export function roleOf(role: RoleSetting | undefined, place: Place): Pick<Target, "role" | "stsRegion"> {
  if (role === undefined) return {};
  const { arn, stsRegion, ...options } = typeof role === "string" ? { arn: role, stsRegion: undefined } : role;
  return { role: { arn: fill(arn, place), ...options }, stsRegion: stsRegion ?? homeOfOptIn(place) };
}

/** What bounds the roles that are made in a place. */
export const boundaryOf = (policy: string | undefined, place: Place): Pick<Target, "permissionsBoundary"> =>
  policy === undefined ? {} : { permissionsBoundary: policyArn(place, policy) };

/** STS in an opt-in region refuses callers whose account has not enabled it, so the partition's home is asked. */
const homeOfOptIn = ({ region, partition }: Place): string | undefined =>
  REGIONS.get(region)?.optIn ? HOME_REGION[partition] : undefined;
