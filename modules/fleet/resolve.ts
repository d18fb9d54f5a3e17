import { type Config, chosenControls, mergedTags, nearest, retiredOf, type Site, sitesOf } from "../config";
import { adoptedOf } from "./adopted";
import { chatOf } from "./chat";
import { controlsOf } from "./controls";
import { dashboardOf } from "./dashboard";
import { fastPathOf } from "./fast-path";
import { deepFreeze } from "./freeze";
import { type Hubs, hubsOf } from "./hubs";
import { livenessOf } from "./liveness";
import { organizationTargets } from "./organization";
import { placedOf } from "./placed";
import { queriesOf } from "./queries";
import { retiredTargets } from "./retired";
import type { Target } from "./target";
import { topicsOf } from "./topics";
import { trailOf } from "./trail";
import { liftHubs } from "./waves";

/**
 * What a config means: every account and region as a target, sorted by account id and region, then the target of an
 * organization, frozen.
 *
 * The config must have passed `validate`.
 */
export function resolve(config: Config): readonly Target[] {
  const sites = sitesOf(config);
  const hubs = hubsOf(sites, config.organization);
  const targets = liftHubs([
    ...sites.map((site) => targetOf(config, site, hubs)),
    ...retiredTargets(config),
    ...organizationTargets(config, sites),
  ]);
  targets.sort((a, b) => (a.stackId < b.stackId ? -1 : 1));
  return deepFreeze(targets);
}

/** The same with all that stacks hold or held: what has retired stands as it was, for whoever destroys it. */
export const resolveHeld = (config: Config): readonly Target[] => [
  ...resolve(config).filter(({ retired }) => !retired),
  ...resolve({ ...retiredOf(config), retired: undefined, organization: undefined }),
];

function targetOf(config: Config, site: Site, hubs: Hubs): Target {
  const placed = placedOf(config, site, config.accounts[site.index]?.name ?? "");
  const topics = topicsOf(site, hubs, placed.role);
  const choices = chosenControls(nearest(site.layers, "controls"));
  const trail = trailOf(config.name, site, placed.role, choices.length > 0);
  const controls = trail ? controlsOf(site, choices, { role: placed.role, trail, topics }) : [];
  const watched = {
    ...placed,
    trail,
    topics,
    controls,
    fastPath: fastPathOf(config.name, site, hubs, placed.account.name, topics),
    liveness: livenessOf(site, { trail, topics }),
  };
  return {
    ...watched,
    tags: mergedTags(site.layers),
    chat: chatOf(site),
    dashboard: dashboardOf(site, watched),
    queries: queriesOf(config.name, site, trail),
    adopted: adoptedOf(site, choices, watched),
    dependsOn: hubs.stacksBefore(site),
  };
}
