import { filledEndpoint } from "../../aws";
import type { Found } from "../layers";
import { type Problem, pathText } from "../problem";
import type { Subscription, TopicSetting } from "../schema";
import type { Site } from "../sites";
import { chosenTopics } from "../topics";
import { partitionFits, regionFits } from "./arns";
import { eachOf, eachRepeated, type SiteRule } from "./rule";

/** Topics and keys that exist are of the target's partition and region. */
export const topicsFit: SiteRule = (site) =>
  chosenTopics(site.layers).flatMap(({ topic }) => [...topicFits(site, topic), ...keyFits(site, topic)]);

function topicFits(site: Site, { value, path }: Found<TopicSetting>): Problem[] {
  if (!("arn" in value)) return [];
  const at = [...path, "arn"];
  return [
    ...partitionFits(site, value.arn, at),
    ...regionFits(
      site,
      value.arn,
      at,
      (region) => `The topic is in ${region}: an alarm reaches only a topic of its own region.`,
    ),
  ];
}

function keyFits(site: Site, { value, path }: Found<TopicSetting>): Problem[] {
  if (!("encryption" in value) || typeof value.encryption !== "object") return [];
  const at = [...path, "encryption", "keyArn"];
  return [
    ...partitionFits(site, value.encryption.keyArn, at),
    ...regionFits(
      site,
      value.encryption.keyArn,
      at,
      (region) => `The key is in ${region}: a topic uses only a key of its own region.`,
    ),
  ];
}

/** Each topic has an endpoint once, and endpoints that are ARNs are of the target's partition. */
export const subscriptionsFit: SiteRule = (site) => {
  const lists = new Map(
    chosenTopics(site.layers).flatMap(({ subscriptions }) =>
      subscriptions ? [[pathText(subscriptions.path), subscriptions]] : [],
    ),
  );
  return [...lists.values()].flatMap(({ value, path }) => [
    ...eachOf(value, (subscription, index) =>
      arnsOf(subscription).flatMap(([key, arn]) => partitionFits(site, arn, [...path, index, key])),
    ),
    ...eachRepeated(value, endpointKey(site), (_, index, earlier) => ({
      path: [...path, index, "endpoint"],
      message: `This endpoint is subscribed before, at ${pathText([...path, earlier])}.`,
      expected: "every protocol and endpoint once",
      remedy: "Remove one of the two.",
    })),
  ]);
};

/** What makes two subscriptions of a topic the same one for SNS. */
export const endpointKey =
  (site: Site) =>
  ({ protocol, endpoint }: Subscription): string =>
    JSON.stringify([protocol, typeof endpoint === "string" ? filledEndpoint(endpoint, site) : endpoint]);

function arnsOf(subscription: Subscription): [string, string][] {
  return Object.entries(subscription).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1].startsWith("arn:"),
  );
}
