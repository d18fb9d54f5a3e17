import { fill, parseArn } from "../../aws";
import { EVENT_ALERTS } from "../../events";
import { nearest } from "../layers";
import type { Path } from "../problem";
import type { Site } from "../sites";
import { chosenTopics, hubOf } from "../topics";
import type { SiteRule } from "./rule";

/**
 * EventBridge publishes to topics of the account itself; those of another one it reaches by the bus of a hub, to which
 * all of an account's events go.
 */
export const fastPathsLead: SiteRule = (site) => {
  if (!nearest(site.layers, "fastPath")?.value) return [];
  const [common] = chosenTopics(site.layers);
  const hub = common && hubOf(common, site.account);
  return foreignTopics(site)
    .filter(({ account }) => account !== hub)
    .map(({ account, path }) => ({
      path,
      message: `The fast path of ${site.account} cannot publish to a topic of ${account}.`,
      expected: "topics of the account itself, or one hub for all of its alerts",
      remedy: `Name the account as topic: { hub: "${account}" }, or set fastPath: false.`,
    }));
};

/** The topics for alerts of events that are in other accounts than the site's, and where they are named. */
export function foreignTopics(site: Site): { readonly account: string; readonly path: Path }[] {
  const [common, ...routes] = chosenTopics(site.layers);
  const used = EVENT_ALERTS.map(({ severity }) => routes.find((route) => route.severity === severity) ?? common);
  return [...new Set(used)].flatMap((choice) => {
    if (!choice) return [];
    const { value, path } = choice.topic;
    const account = "arn" in value ? parseArn(fill(value.arn, site))?.accountId : hubOf(choice, site.account);
    return account === undefined || account === site.account ? [] : [{ account, path }];
  });
}
