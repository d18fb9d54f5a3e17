import type { Path, Problem } from "../problem";
import type { Site } from "../sites";
import { chosenTopics, hubOf, madeTopicName, type TopicChoice } from "../topics";
import type { Rule } from "./rule";

/** Accounts that fit into the policy of one topic, of which SNS takes 30 KB. */
const MOST_MEMBERS = 400;

/** Every hub is an account of the fleet that makes a topic wherever a member publishes to it. */
export const hubsAreThere: Rule = (_, sites) => {
  const bySpot = new Map(sites.map((site) => [`${site.account}/${site.region}`, site]));
  const problems = new Map<string, Problem>();
  const tell = (problem: Problem) => problems.set(JSON.stringify([problem.path, problem.message]), problem);
  for (const site of sites) {
    for (const choice of chosenTopics(site.layers)) {
      const account = hubOf(choice, site.account);
      if (account === undefined) continue;
      const hub = bySpot.get(`${account}/${site.region}`);
      for (const problem of [
        ...hubProblems(site, account, hub, choice, [...choice.topic.path, "hub"]),
        ...unheard(site, choice),
      ]) {
        tell(problem);
      }
    }
  }
  return [...problems.values()];
};

function hubProblems(
  site: Site,
  account: string,
  hub: Site | undefined,
  { severity }: TopicChoice,
  path: Path,
): Problem[] {
  if (!hub) {
    return [
      {
        path,
        message: `The hub ${account} has no target in ${site.region}, where ${site.account} publishes to it.`,
        expected: "a hub that is an account of the fleet, with every region of its members",
        remedy: `List account ${account} with region ${site.region}; controls: { "cis-4.7": false } where it is a hub alone.`,
      },
    ];
  }
  const topic = chosenTopics(hub.layers).find((choice) => choice.severity === severity);
  if (topic && madeTopicName(topic, account) !== undefined) return [];
  return [
    {
      path,
      message: `The hub ${account} makes no topic${severity ? ` for severity ${severity}` : ""} in ${site.region}.`,
      expected: "a hub whose own topic is made by its stack",
      remedy: severity
        ? `Give account ${account} a route for ${severity}, or let this route use another topic.`
        : `Give account ${account} topic: { name: "..." }, or name the topic by its ARN.`,
    },
  ];
}

/** Subscriptions that a member has of its own, on a topic that its hub makes, would be heard of by nobody. */
function unheard(site: Site, { subscriptions }: TopicChoice): Problem[] {
  if (!subscriptions || subscriptions.value.length === 0 || subscriptions.path[0] !== "accounts") return [];
  return [
    {
      path: subscriptions.path,
      message: `${site.account} publishes to a hub, which alone says who is subscribed.`,
      expected: "no subscriptions in a member of a hub",
      remedy: "Move them to the hub's account, or give this account a topic of its own.",
    },
  ];
}

/** No hub has more members than the policy of its topic can name. */
export const hubsAreSmallEnough: Rule = (_, sites) => {
  const members = new Map<string, { path: Path; topic: string; accounts: Set<string> }>();
  for (const site of sites) {
    for (const choice of chosenTopics(site.layers)) {
      const hub = hubOf(choice, site.account);
      if (hub === undefined) continue;
      const key = JSON.stringify([hub, site.region, choice.severity]);
      const topic = `topic of ${hub} in ${site.region}`;
      const entry = members.get(key) ?? { path: [...choice.topic.path, "hub"], topic, accounts: new Set() };
      members.set(key, entry);
      entry.accounts.add(site.account);
    }
  }
  return [...members.values()].flatMap(({ path, topic, accounts }) =>
    accounts.size <= MOST_MEMBERS
      ? []
      : [
          {
            path,
            message: `${accounts.size} accounts would publish to one ${topic}.`,
            expected: `at most ${MOST_MEMBERS} accounts: SNS takes no larger topic policy`,
            remedy: "Give a part of the accounts another hub.",
          },
        ],
  );
};
