import { trailArn } from "../aws";
import { DEFAULT_RETENTION_DAYS, nearest, type Path, pathText, type Site } from "../config";
import { keyAlias, trailNames } from "../names";
import { keepersOf } from "./keepers";
import type { TargetRole, TargetTrail } from "./target";

/** The trail of a target: one that exists and has something to watch, or one that its stack makes. */
export function trailOf(
  fleet: string,
  site: Site,
  role: TargetRole | undefined,
  isWatched: boolean,
): TargetTrail | undefined {
  const found = nearest(site.layers, "trail");
  if (!found) return undefined;
  if ("logGroup" in found.value) {
    if (!isWatched) return undefined;
    const { logGroup, organization = false } = found.value;
    return { logGroup, organization, configPath: stablePath([...found.path, "logGroup"], site.account) };
  }
  const names = trailNames(fleet, site.account, site.region);
  const { name = names.trail, bucket, logGroup, retentionDays } = found.value.create;
  return {
    logGroup: logGroup ?? names.logGroup,
    organization: false,
    configPath: stablePath([...found.path, "create"], site.account),
    created: {
      name,
      arn: trailArn(site, name),
      bucket: bucket ?? names.bucket,
      keyAlias: keyAlias(name),
      keepers: keepersOf(site, role),
      role: names.role,
      retentionDays: retentionDays ?? DEFAULT_RETENTION_DAYS,
    },
  };
}

/** A path in which the account goes by its id, so that it stays when the config is reordered. */
function stablePath(path: Path, account: string): string {
  return pathText(path[0] === "accounts" ? [path[0], account, ...path.slice(2)] : path);
}
