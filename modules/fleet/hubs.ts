import { chosenTopics, hubOf, nearest, type Organization, organizationHubs, type Site } from "../config";
import type { Severity } from "../controls";

/** Which accounts publish to the topics of which hub. */
export interface Hubs {
  /** Ids of the accounts that publish to a site's topic of a severity, without the site's own. */
  readonly membersOf: (site: Site, severity?: Severity) => readonly string[];
  /** Ids of the accounts that send the events of their fast path to a site, sorted. */
  readonly sendersTo: (site: Site) => readonly string[];
  /** Id of the organization all of whose accounts may send to a site. */
  readonly opensTo: (site: Site) => string | undefined;
  /** Ids of the stacks whose topics a site publishes to. */
  readonly stacksBefore: (site: Site) => readonly string[];
  /** The site of an account in the region of another. */
  readonly siteIn: (account: string, region: string) => Site | undefined;
}

/** Reads off all sites who is a hub for whom. */
export function hubsOf(sites: readonly Site[], organization?: Organization): Hubs {
  const bySpot = new Map(sites.map((site) => [spot(site.account, site.region), site]));
  const members = new Map<string, string[]>();
  for (const site of sites) {
    for (const choice of chosenTopics(site.layers)) {
      const hub = hubOf(choice, site.account);
      if (hub === undefined) continue;
      const key = spot(hub, site.region, choice.severity);
      members.set(key, [...(members.get(key) ?? []), site.account]);
    }
  }
  const senders = sites.flatMap((site) => {
    const hub = relayHub(site);
    return hub === undefined ? [] : [{ account: site.account, to: spot(hub, site.region) }];
  });
  const open = new Set(organization ? organizationHubs(organization, sites) : []);
  const siteIn = (account: string, region: string) => bySpot.get(spot(account, region));
  return {
    siteIn,
    membersOf: (site, severity) => members.get(spot(site.account, site.region, severity)) ?? [],
    sendersTo: (site) =>
      senders
        .filter(({ to }) => to === spot(site.account, site.region))
        .map(({ account }) => account)
        .sort(),
    opensTo: (site) => (open.has(site) ? organization?.id : undefined),
    stacksBefore: (site) => {
      const accounts = chosenTopics(site.layers).flatMap((choice) => hubOf(choice, site.account) ?? []);
      return [...new Set(accounts)].flatMap((account) => siteIn(account, site.region)?.stack ?? []).sort();
    },
  };
}

/** The hub that a site sends the events of its fast path to: that of its common topic. */
function relayHub(site: Site): string | undefined {
  const [common] = chosenTopics(site.layers);
  return common && nearest(site.layers, "fastPath")?.value ? hubOf(common, site.account) : undefined;
}

const spot = (account: string, region: string, severity?: Severity): string => [account, region, severity].join("/");
