import { REGIONS } from "../aws";
import type { Config } from "../config";
import { stackId } from "../names";
import { roleOf } from "./role";
import type { Target } from "./target";

/** Where an account is and how it is reached. */
export type Reached = Pick<Target, "stackId" | "account" | "region" | "partition" | "role" | "stsRegion">;

/** How an account is reached that stands in no config yet: by the config's defaults, if there is one. */
export function newcomerIn(config: Config | undefined, account: Target["account"], region: string): Reached {
  const partition = REGIONS.get(region)?.partition ?? "aws";
  const stack = stackId(config?.name ?? "", account.id, region);
  const role = roleOf(config?.defaults?.role, { account: account.id, region, partition, stack });
  return { stackId: stack, account, region, partition, ...role };
}
