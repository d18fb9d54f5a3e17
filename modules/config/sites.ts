import { type Place, REGIONS } from "../aws";
import { stackId } from "../names";
import type { Draft } from "./draft";
import { type Layer, layersOf, nearest } from "./layers";

/** An account and region, and the settings that apply there. */
export interface LayeredPlace extends Place {
  readonly layers: readonly Layer[];
}

/** A target before anything of it is resolved. */
export interface Site extends LayeredPlace {
  /** Position of the account in the config. */
  readonly index: number;
}

/** What has left a fleet, as a fleet of its own; the paths of its layers start with `accounts` all the same. */
export const retiredOf = <C extends Draft>(config: C) => ({ ...config, accounts: config.retired ?? [] });

/** Every account and region of a config of which id and region are known, in the order of the config. */
export function sitesOf(config: Draft): Site[] {
  const sites: Site[] = [];
  config.accounts?.forEach(({ id }, index) => {
    nearest(layersOf(config, index), "regions")?.value.forEach((name) => {
      const region = REGIONS.get(name);
      if (id === undefined || region === undefined) return;
      sites.push({
        account: id,
        region: name,
        partition: region.partition,
        stack: stackId(config.name ?? "", id, name),
        index,
        layers: layersOf(config, index, name),
      });
    });
  });
  return sites;
}
