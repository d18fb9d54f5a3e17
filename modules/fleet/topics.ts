import { fill, parseArn, topicArn } from "../aws";
import { chosenTopics, hubOf, madeTopicName, type Site, type TopicChoice, type TopicSetting } from "../config";
import type { Severity } from "../controls";
import { defaultTopicName, topicAddress } from "../names";
import type { Hubs } from "./hubs";
import { keepersOf } from "./keepers";
import { subscriptionsOf } from "./subscriptions";
import type { MadeTopic, TargetRole, TargetTopic, TopicEncryption, UsedTopic } from "./target";

/** The topics of a target with their subscriptions, the common one first. */
export function topicsOf(site: Site, hubs: Hubs, role: TargetRole | undefined): TargetTopic[] {
  return chosenTopics(site.layers).map((choice) => {
    const topic = topicOf(site, hubs, role, choice);
    return { ...topic, subscriptions: topic.kind === "hub" ? [] : subscriptionsFor(choice, site) };
  });
}

/** Address of the topic that alerts of a severity go to: its own, or the common one. */
export const topicFor = (topics: readonly Pick<TargetTopic, "address">[], severity: Severity): string =>
  topics.find(({ address }) => address === topicAddress(severity))?.address ?? topicAddress();

/** Gives the ARN of the topic of an address. */
export type TopicArnOf = (address: string) => string;

/**
 * The ARNs of a target's topics, by which its alarms and rules name them.
 *
 * @throws on an address that no topic has
 */
export const topicArnOf =
  (topics: readonly Pick<TargetTopic, "address" | "arn">[]): TopicArnOf =>
  (address) => {
    const topic = topics.find((one) => one.address === address);
    if (!topic) throw new Error(`There is no topic ${address}.`);
    return topic.arn;
  };

const subscriptionsFor = ({ severity, subscriptions }: TopicChoice, site: Site) =>
  subscriptionsOf(subscriptions?.value ?? [], site, severity);

function topicOf(site: Site, hubs: Hubs, role: TargetRole | undefined, choice: TopicChoice): MadeTopic | UsedTopic {
  const { severity, topic } = choice;
  const address = topicAddress(severity);
  const setting = topic.value;
  if ("arn" in setting) {
    const arn = fill(setting.arn, site);
    return { kind: "existing", address, name: parseArn(arn)?.resource ?? "", arn };
  }
  const hub = hubOf(choice, site.account);
  if (hub !== undefined) {
    const name = hubTopicName(hubs.siteIn(hub, site.region), severity);
    return { kind: "hub", address, name, arn: topicArn({ ...site, account: hub }, name) };
  }
  const made = "hub" in setting ? {} : setting;
  const name = made.name ?? defaultTopicName(severity);
  return {
    kind: "made",
    address,
    name,
    arn: topicArn(site, name),
    displayName: made.displayName,
    encryption: encryptionOf(made.encryption, site, role),
    publishers: [...new Set([site.account, ...hubs.membersOf(site, severity)])].sort(),
  };
}

/** The topics that are in a site's own account, each once: of others it sees neither metrics nor subscriptions. */
export const topicsHere = (topics: readonly TargetTopic[], { account }: Site): TargetTopic[] => {
  const here = topics.filter(({ arn }) => parseArn(arn)?.accountId === account);
  return here.filter(({ arn }, index) => here.findIndex((topic) => topic.arn === arn) === index);
};

/** The name of the topic that a hub makes for a severity, as its own settings say it. */
function hubTopicName(hub: Site | undefined, severity: TopicChoice["severity"]): string {
  const choice = hub && chosenTopics(hub.layers).find((topic) => topic.severity === severity);
  return (choice && madeTopicName(choice, hub.account)) ?? defaultTopicName(severity);
}

function encryptionOf(
  setting: Extract<TopicSetting, { encryption?: unknown }>["encryption"],
  site: Site,
  role: TargetRole | undefined,
): TopicEncryption {
  if (setting === "none") return { kind: "none" };
  if (typeof setting === "object") return { kind: "existing", keyArn: fill(setting.keyArn, site) };
  return { kind: "managed", keepers: keepersOf(site, role) };
}
