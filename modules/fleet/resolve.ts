import { type Config, DEFAULT_VERSIONS, mergedTags, nearest, type Site, sitesOf } from "../config";
import { adoptedBy } from "./adopted";
import { chatOf } from "./chat";
import { controlsOf } from "./controls";
import { deepFreeze } from "./freeze";
import { type Hubs, hubsOf } from "./hubs";
import { retiredTargets } from "./retired";
import { roleOf } from "./role";
import { stateOf } from "./state";
import type { Target } from "./target";
import { topicsOf } from "./topics";
import { trailOf } from "./trail";

/**
 * What a config means: every account and region as a target, sorted by account id and region, frozen.
 *
 * The config must have passed `validate`.
 */
export function resolve(config: Config): readonly Target[] {
  const sites = sitesOf(config);
  const hubs = hubsOf(sites);
  const targets = [...sites.map((site) => targetOf(config, site, hubs)), ...retiredTargets(config)];
  targets.sort((a, b) => (a.stackId < b.stackId ? -1 : 1));
  return deepFreeze(targets);
}

function targetOf(config: Config, site: Site, hubs: Hubs): Target {
  const { layers } = site;
  const role = roleOf(nearest(layers, "role")?.value, site);
  const trail = trailOf(config.name, site, role.role);
  const topics = topicsOf(site, hubs, role.role);
  const controls = controlsOf(site, topics);
  return {
    stackId: site.stack,
    account: { id: site.account, name: config.accounts[site.index]?.name ?? "" },
    region: site.region,
    partition: site.partition,
    versions: { ...DEFAULT_VERSIONS, ...config.versions },
    state: stateOf(config.state, config.name, site),
    ...role,
    tags: mergedTags(layers),
    trail,
    topics,
    controls,
    chat: chatOf(site),
    adopted: adoptedBy(nearest(layers, "adopt")?.value ?? [], trail, topics, controls),
    dependsOn: hubs.stacksBefore(site),
  };
}
