import { REGIONS } from "../aws";
import { organizationStackId } from "../names";
import type { Draft } from "./draft";
import { nearest } from "./layers";
import type { Organization } from "./schema";
import type { LayeredPlace, Site } from "./sites";

/** Where the StackSet of an organization is made, and the settings that apply; undefined where its region is unknown. */
export function organizationPlace(config: Draft): LayeredPlace | undefined {
  const { organization, defaults = {}, name = "" } = config;
  const region = REGIONS.get(organization?.region ?? "");
  if (!organization || !region) return undefined;
  return {
    account: organization.account,
    region: region.name,
    partition: region.partition,
    stack: organizationStackId(name),
    layers: [
      { settings: { role: organization.role }, path: ["organization"] },
      { settings: defaults, path: ["defaults"] },
    ],
  };
}

/** The sites of the hub of an organization: one in each region from which events are sent. */
export const organizationHubs = ({ hub, regions }: Organization, sites: readonly Site[]): readonly Site[] =>
  sites.filter(({ account, region }) => account === hub && (regions?.includes(region) ?? true));

/** The sites that tell of their key events themselves, in the regions from which an organization's accounts send. */
export function tellingSites(organization: Organization, sites: readonly Site[]): readonly Site[] {
  const regions = new Set(organizationHubs(organization, sites).map(({ region }) => region));
  return sites.filter(({ region, layers }) => regions.has(region) && nearest(layers, "fastPath")?.value);
}

/**
 * Who does not send, so that nothing is told twice: accounts, and `<account>/<region>` of those that tell of a part of
 * the regions themselves. Sorted.
 */
export function silentIn(organization: Organization, sites: readonly Site[]): readonly string[] {
  const { exclude = [] } = organization;
  const regions = organizationHubs(organization, sites).map(({ region }) => region);
  const telling = tellingSites(organization, sites);
  const spots = new Set(telling.map(({ account, region }) => `${account}/${region}`));
  const accounts = new Set(telling.map(({ account }) => account).filter((id) => !exclude.includes(id)));
  const silent = [...accounts].flatMap((id) => {
    const its = regions.map((region) => `${id}/${region}`).filter((spot) => spots.has(spot));
    return its.length === regions.length ? [id] : its;
  });
  return [...new Set([...exclude, ...silent])].sort();
}
