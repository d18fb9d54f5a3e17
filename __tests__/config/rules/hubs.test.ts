import { layeredFleet, smallFleet } from "../../support/fleet";
import { describeRight, describeWrong, problemsOf } from "../../support/validation";

const HUB = "999999999999";
const hub = (regions: readonly string[], settings: object = {}) => ({
  "accounts[2]": { id: HUB, name: "security", regions, topic: {}, ...settings },
});
const members = { "defaults.topic": { hub: HUB } };
const MADE = "a hub whose own topic is made by its stack";

describeWrong(
  "a hub that its members cannot publish to",
  [
    [
      "that is no account of the fleet, told for each region of its members",
      { ...members, "defaults.regions": ["us-east-1"], "accounts[1].regions": ["us-east-1"] },
      ...["111111111111"].map(
        (account) =>
          [
            "defaults.topic.hub",
            `The hub ${HUB} has no target in us-east-1, where ${account} publishes to it.`,
            "a hub that is an account of the fleet, with every region of its members",
            `List account ${HUB} with region us-east-1; controls: { "cis-4.7": false } where it is a hub alone.`,
          ] as const,
      ),
      [
        "defaults.topic.hub",
        `The hub ${HUB} has no target in us-east-1, where 222222222222 publishes to it.`,
        "a hub that is an account of the fleet, with every region of its members",
        `List account ${HUB} with region us-east-1; controls: { "cis-4.7": false } where it is a hub alone.`,
      ],
    ],
    [
      "that lacks a region of a member",
      { ...members, ...hub(["eu-west-1"]) },
      [
        "defaults.topic.hub",
        `The hub ${HUB} has no target in us-east-1, where 222222222222 publishes to it.`,
        "a hub that is an account of the fleet, with every region of its members",
        `List account ${HUB} with region us-east-1; controls: { "cis-4.7": false } where it is a hub alone.`,
      ],
    ],
    [
      "that only uses a topic",
      {
        "accounts[0].topic": { hub: HUB },
        ...hub(["eu-west-1"], { topic: { arn: "arn:aws:sns:eu-west-1:999999999999:hub" } }),
      },
      [
        "accounts[0].topic.hub",
        `The hub ${HUB} makes no topic in eu-west-1.`,
        MADE,
        `Give account ${HUB} topic: { name: "..." }, or name the topic by its ARN.`,
      ],
    ],
    [
      "that has no topic for the severity",
      { "accounts[0].routes": { low: { topic: { hub: HUB } } }, ...hub(["eu-west-1"]) },
      [
        "accounts[0].routes.low.topic.hub",
        `The hub ${HUB} makes no topic for severity low in eu-west-1.`,
        MADE,
        `Give account ${HUB} a route for low, or let this route use another topic.`,
      ],
    ],
    [
      "whose member has subscriptions that nobody would hear",
      {
        "accounts[0].topic": { hub: HUB },
        "accounts[0].subscriptions": [{ protocol: "email", endpoint: "a@b.example" }],
        ...hub(["eu-west-1"]),
      },
      [
        "accounts[0].subscriptions",
        "111111111111 publishes to a hub, which alone says who is subscribed.",
        "no subscriptions in a member of a hub",
        "Move them to the hub's account, or give this account a topic of its own.",
      ],
    ],
  ],
  layeredFleet,
);

describeRight(
  "a hub that its members can publish to",
  [
    ["with every region of theirs", { ...members, ...hub(["eu-west-1", "us-east-1"]) }],
    [
      "that watches nothing itself",
      { ...members, ...hub(["eu-west-1", "us-east-1"], { controls: { "cis-4.7": false } }) },
    ],
    [
      "by a severity's route",
      {
        "accounts[0].routes": { low: { topic: { hub: HUB } } },
        ...hub(["eu-west-1"], { routes: { low: {} } }),
      },
    ],
  ],
  layeredFleet,
);

test.each([
  [400, []],
  [
    401,
    [
      [
        "defaults.topic.hub",
        `401 accounts would publish to one topic of ${HUB} in eu-west-1.`,
        "at most 400 accounts: SNS takes no larger topic policy",
        "Give a part of the accounts another hub.",
      ],
    ],
  ],
])("%d members of one hub", (number, problems) => {
  const [account] = smallFleet().accounts;
  const ids = Array.from({ length: number }, (_, index) => String(index).padStart(12, "0"));
  const fleet = smallFleet({
    "defaults.topic": { hub: HUB },
    accounts: [...ids.map((id) => ({ ...account, id })), { ...account, id: HUB, topic: {} }],
  });
  expect(problemsOf(fleet)).toEqual(problems);
});

test("a hub for one severity has no more members either", () => {
  const [account] = smallFleet().accounts;
  const ids = Array.from({ length: 401 }, (_, index) => String(index).padStart(12, "0"));
  const fleet = smallFleet({
    "defaults.routes": { critical: { topic: { hub: HUB } } },
    accounts: [...ids.map((id) => ({ ...account, id })), { ...account, id: HUB, routes: { critical: {} } }],
  });
  expect(problemsOf(fleet)).toEqual([
    [
      "defaults.routes.critical.topic.hub",
      `401 accounts would publish to one topic of ${HUB} in eu-west-1.`,
      "at most 400 accounts: SNS takes no larger topic policy",
      "Give a part of the accounts another hub.",
    ],
  ]);
});
