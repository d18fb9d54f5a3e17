import { fill, HOME_REGION, parseArn, REGIONS } from "../aws";
import {
  type Config,
  chosenControls,
  DEFAULT_VERSIONS,
  mergedTags,
  nearest,
  pathText,
  type Site,
  sitesOf,
} from "../config";
import { DEFAULT_TOPIC_NAME } from "../names";
import { controlOf } from "./controls";
import { deepFreeze } from "./freeze";
import { stateOf } from "./state";
import { subscriptionsOf } from "./subscriptions";
import type { Target, TargetTopic } from "./target";

/**
 * What a config means: every account and region as a target, sorted by account id and region, frozen.
 *
 * The config must have passed `validate`.
 */
export function resolve(config: Config): readonly Target[] {
  const targets = sitesOf(config).map((site) => targetOf(config, site));
  targets.sort((a, b) => (a.stackId < b.stackId ? -1 : 1));
  return deepFreeze(targets);
}

function targetOf(config: Config, site: Site): Target {
  const { layers } = site;
  return {
    stackId: site.stack,
    account: { id: site.account, name: config.accounts[site.index]?.name ?? "" },
    region: site.region,
    partition: site.partition,
    versions: { ...DEFAULT_VERSIONS, ...config.versions },
    state: stateOf(config.state, config.name, site),
    ...roleOf(site),
    tags: mergedTags(layers),
    logGroup: logGroupOf(site),
    topic: topicOf(site),
    subscriptions: subscriptionsOf(nearest(layers, "subscriptions")?.value ?? [], site),
    controls: chosenControls(nearest(layers, "controls")).map((choice) => controlOf(choice, site)),
  };
}

function roleOf(site: Site): Pick<Target, "role" | "stsRegion"> {
  const value = nearest(site.layers, "role")?.value;
  if (value === undefined) return {};
  const { arn, stsRegion, ...options } = typeof value === "string" ? { arn: value, stsRegion: undefined } : value;
  return { role: { arn: fill(arn, site), ...options }, stsRegion: stsRegion ?? homeOfOptIn(site) };
}

/** STS in an opt-in region refuses callers whose account has not enabled it, so the partition's home is asked. */
const homeOfOptIn = ({ region, partition }: Site): string | undefined =>
  REGIONS.get(region)?.optIn ? HOME_REGION[partition] : undefined;

/** Accounts go by their id in the path, which stays when the config is reordered. */
function logGroupOf(site: Site): Target["logGroup"] {
  const found = nearest(site.layers, "trail");
  if (!found) throw new Error(`${site.stack} has no trail: resolve takes only configs that validate accepts.`);
  const [first, second, ...rest] = [...found.path, "logGroup"];
  const stable = first === "accounts" ? [first, site.account, ...rest] : [first, second, ...rest];
  return { name: found.value.logGroup, configPath: pathText(stable as string[]) };
}

function topicOf(site: Site): TargetTopic {
  const topic = nearest(site.layers, "topic")?.value ?? {};
  if (!("arn" in topic))
    return { kind: "made", name: topic.name ?? DEFAULT_TOPIC_NAME, displayName: topic.displayName };
  const arn = fill(topic.arn, site);
  return { kind: "existing", name: parseArn(arn)?.resource ?? "", arn };
}
