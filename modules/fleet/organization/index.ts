import {
  type Config,
  mergedTags,
  nearest,
  organizationHubs,
  organizationPlace,
  type Site,
  silentIn,
  tellingSites,
} from "../../config";
import { organizationNames, organizationStateKey } from "../../names";
import { placedOf } from "../placed";
import { stateOf } from "../state";
import type { Target } from "../target";
import { lastWave } from "../waves";
import { relayTemplate } from "./template";

/**
 * The target whose stack makes the accounts of an organization send to their hub, as a list of none or one. It has a wave
 * of its own, after the hub and after all that tell of their events themselves: an account falls silent once its own path
 * is there.
 */
export function organizationTargets(config: Config, sites: readonly Site[]): Target[] {
  const { name: fleet, organization, accounts, rollout } = config;
  const place = organizationPlace(config);
  if (!organization || !place) return [];
  const { id, hub, account, delegatedAdmin = false } = organization;
  const hubs = organizationHubs(organization, sites);
  const silent = silentIn(organization, sites);
  const boundary = nearest(place.layers, "permissionsBoundary")?.value;
  const name = accounts.find((entry) => entry.id === account)?.name ?? account;
  return [
    {
      ...placedOf(config, place, name),
      state: stateOf(config.state, fleet, place, organizationStateKey(fleet)),
      wave: lastWave(rollout) + 1,
      tags: mergedTags(place.layers),
      topics: [],
      controls: [],
      chat: [],
      adopted: [],
      organization: {
        id,
        stackSet: organizationNames(fleet, place.region).stackSet,
        units: [...new Set(organization.units)].sort(),
        regions: hubs.map(({ region }) => region).sort(),
        callAs: delegatedAdmin ? "DELEGATED_ADMIN" : "SELF",
        silent,
        template: relayTemplate({ fleet, hub, silent, boundary }),
      },
      dependsOn: [...new Set([...hubs, ...tellingSites(organization, sites)].map(({ stack }) => stack))].sort(),
    },
  ];
}
