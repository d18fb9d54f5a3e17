import type { Path, Problem } from "../problem";
import type { Site } from "../sites";
import { chosenTopics, hubOf, madeTopicName, type TopicChoice } from "../topics";
import { type Rule, type Shared, sharedByAccounts } from "./rule";

/** Accounts that fit into the policy of one topic, of which SNS takes 30 KB. */
const MOST_MEMBERS = 400;

/** An account that publishes to a hub in a region. */
interface Member {
  readonly site: Site;
  readonly choice: TopicChoice;
  readonly account: string;
  /** The target of the hub there. */
  readonly hub?: Site;
}

/** Every hub is an account of the fleet that makes a topic wherever a member publishes to it. */
export const hubsAreThere: Rule = (_, sites) => {
  const members = membersOf(sites);
  const problems = members.flatMap((member) => [...madeTopics(member), ...unheard(member)]);
  return [
    ...sharedByAccounts(members.flatMap(withoutHub)),
    ...new Map(problems.map((problem) => [JSON.stringify([problem.path, problem.message]), problem])).values(),
  ];
};

function membersOf(sites: readonly Site[]): Member[] {
  const bySpot = new Map(sites.map((site) => [`${site.account}/${site.region}`, site]));
  return sites.flatMap((site) =>
    chosenTopics(site.layers).flatMap((choice) => {
      const account = hubOf(choice, site.account);
      return account === undefined ? [] : [{ site, choice, account, hub: bySpot.get(`${account}/${site.region}`) }];
    }),
  );
}

const hubPath = ({ topic }: TopicChoice): Path => [...topic.path, "hub"];

function withoutHub({ site, choice, account, hub }: Member): Shared[] {
  if (hub) return [];
  const problem = {
    path: hubPath(choice),
    message: `The hub ${account} has no target in ${site.region}, where ${site.account} publishes to it.`,
    expected: "a hub that is an account of the fleet, with every region of its members",
    remedy: `List account ${account} with region ${site.region}; controls: { "cis-4.7": false } where it is a hub alone.`,
  };
  return [{ account: site.account, kind: JSON.stringify([account, site.region, choice.severity]), problem }];
}

function madeTopics({ site, choice, account, hub }: Member): Problem[] {
  if (!hub) return [];
  const { severity } = choice;
  const topic = chosenTopics(hub.layers).find((choice) => choice.severity === severity);
  if (topic && madeTopicName(topic, account) !== undefined) return [];
  return [
    {
      path: hubPath(choice),
      message: `The hub ${account} makes no topic${severity ? ` for severity ${severity}` : ""} in ${site.region}.`,
      expected: "a hub whose own topic is made by its stack",
      remedy: severity
        ? `Give account ${account} a route for ${severity}, or let this route use another topic.`
        : `Give account ${account} topic: { name: "..." }, or name the topic by its ARN.`,
    },
  ];
}

/** Subscriptions that a member has of its own, on a topic that its hub makes, would be heard of by nobody. */
function unheard({ site, choice: { subscriptions } }: Member): Problem[] {
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
  const topics = new Map<string, { path: Path; topic: string; accounts: Set<string> }>();
  for (const { site, choice, account } of membersOf(sites)) {
    const key = JSON.stringify([account, site.region, choice.severity]);
    const topic = `topic of ${account} in ${site.region}`;
    const entry = topics.get(key) ?? { path: hubPath(choice), topic, accounts: new Set() };
    topics.set(key, entry);
    entry.accounts.add(site.account);
  }
  return [...topics.values()].flatMap(({ path, topic, accounts }) =>
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
