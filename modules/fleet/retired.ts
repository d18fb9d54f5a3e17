import { type Config, chosenTopics, retiredOf, type Site, sitesOf } from "../config";
import { placedOf } from "./placed";
import type { Target } from "./target";

/** What has left the fleet: targets with nothing in them, whose stacks plan the destruction of what they had. */
export const retiredTargets = (config: Config): Target[] =>
  sitesOf(retiredOf(config)).map((site) => ({
    ...placedOf(config, site, config.retired?.[site.index]?.name ?? ""),
    tags: {},
    topics: [],
    controls: [],
    chat: [],
    adopted: [],
    retired: { emails: emailsLeft(site) },
    dependsOn: [],
  }));

/** The email subscriptions on topics that stay when the site's stack is empty. */
function emailsLeft({ layers }: Site): string[] {
  return chosenTopics(layers).flatMap(({ topic, subscriptions }) =>
    "arn" in topic.value
      ? (subscriptions?.value ?? []).flatMap(({ protocol, endpoint }) =>
          protocol.startsWith("email") && typeof endpoint === "string" ? [endpoint] : [],
        )
      : [],
  );
}
