import { type Config, DEFAULT_VERSIONS, type LayeredPlace, mergedTags, nearest } from "../config";
import { boundaryOf, roleOf } from "./role";
import { stateOf } from "./state";
import type { Target } from "./target";
import { waveOf } from "./waves";

type Placed = Pick<
  Target,
  | "stackId"
  | "account"
  | "region"
  | "partition"
  | "wave"
  | "versions"
  | "state"
  | "role"
  | "stsRegion"
  | "permissionsBoundary"
>;

/** Where a target is, how Terraform gets there, and where its state lies. */
export const placedOf = (config: Config, site: LayeredPlace, name: string): Placed => ({
  stackId: site.stack,
  account: { id: site.account, name },
  region: site.region,
  partition: site.partition,
  wave: waveOf(config.rollout, site.account, mergedTags(site.layers)),
  versions: { ...DEFAULT_VERSIONS, ...config.versions },
  state: stateOf(config.state, config.name, site),
  ...roleOf(nearest(site.layers, "role")?.value, site),
  ...boundaryOf(nearest(site.layers, "permissionsBoundary")?.value, site),
});
