import { REGIONS } from "../aws";
import { type Config, DEFAULT_VERSIONS } from "../config";
import { stackId } from "../names";
import { roleOf } from "./role";
import { stateOf } from "./state";
import type { Target } from "./target";

/** What has left the fleet: targets with nothing in them, whose stacks plan the destruction of what they had. */
export function retiredTargets(config: Config): Target[] {
  return (config.retired ?? []).flatMap(({ id, regions, role }) =>
    regions.map((region): Target => {
      const partition = REGIONS.get(region)?.partition ?? "aws";
      const place = { account: id, region, partition, stack: stackId(config.name, id, region) };
      return {
        stackId: place.stack,
        account: { id, name: "(retired)" },
        region,
        partition,
        versions: { ...DEFAULT_VERSIONS, ...config.versions },
        state: stateOf(config.state, config.name, place),
        ...roleOf(role ?? config.defaults?.role, place),
        tags: {},
        topics: [],
        controls: [],
        chat: [],
        adopted: [],
        dependsOn: [],
      };
    }),
  );
}
