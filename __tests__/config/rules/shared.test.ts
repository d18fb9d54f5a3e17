import { type Changes, smallFleet } from "../../support/fleet";
import { problemsOf } from "../../support/validation";

/** The numbers of accounts, and who is named beside the first one. */
const GROUPS = [
  [4, "222222222222, 333333333333, 444444444444"],
  [6, "222222222222, 333333333333, 444444444444 and 2 more"],
] as const;
const ids = (number: number) => Array.from({ length: number }, (_, index) => String(index + 1).repeat(12));
const fleet = (number: number, changes: Changes) =>
  smallFleet({
    "defaults.trail": { logGroup: "trail" },
    accounts: ids(number).map((id) => ({ id, name: id })),
    ...changes,
  });
const messagesOf = (number: number, changes: Changes) =>
  problemsOf(fleet(number, changes)).map(([path, message]) => [path, message]);

const NO_REGION: Changes = {};
const PARTITIONS: Changes = { "defaults.regions": ["eu-west-1", "cn-north-1"] };
const HUB: Changes = { "defaults.regions": ["eu-west-1"], "defaults.topic": { hub: "999999999999" } };

describe.each([
  ["no region", NO_REGION, "accounts[0].regions", "No region is given for account 111111111111."],
  [
    "regions of two partitions",
    PARTITIONS,
    "defaults.regions",
    "Account 111111111111 cannot have regions of aws and aws-cn.",
  ],
  [
    "a hub that is not there",
    HUB,
    "defaults.topic.hub",
    "The hub 999999999999 has no target in eu-west-1, where 111111111111 publishes to it.",
  ],
])("%s", (_, changes, path, message) => {
  test.each(GROUPS)("of %d accounts is told once, with who has it", (number, others) => {
    expect(messagesOf(number, changes)).toEqual([[path, `${message} (the same for ${others})`]]);
  });

  test("of three accounts is told of each", () => {
    expect(messagesOf(3, changes)).toEqual(
      ids(3).map((id, index) => [path.replace("[0]", `[${index}]`), message.replace("111111111111", id)]),
    );
  });
});

test("what differs is told apart: hubs by region, and partitions by which they are", () => {
  const messages = messagesOf(4, {
    ...HUB,
    "defaults.regions": ["eu-west-1", "us-east-1"],
    "accounts[0].regions": ["us-gov-west-1", "eu-west-1"],
  }).map(([, message]) => message);
  expect(messages).toEqual([
    "Account 111111111111 cannot have regions of aws-us-gov and aws.",
    "The hub 999999999999 has no target in us-gov-west-1, where 111111111111 publishes to it.",
    "The hub 999999999999 has no target in eu-west-1, where 111111111111 publishes to it. (the same for 222222222222, 333333333333, 444444444444)",
    "The hub 999999999999 has no target in us-east-1, where 222222222222 publishes to it.",
    "The hub 999999999999 has no target in us-east-1, where 333333333333 publishes to it.",
    "The hub 999999999999 has no target in us-east-1, where 444444444444 publishes to it.",
  ]);
});

test("a misspelt group of settings does not scroll away under the accounts that miss it", () => {
  const account = (id: number) => ({ id: String(id).padStart(12, "0"), name: "a" });
  const accounts = Array.from({ length: 60 }, (_, index) => account(index));
  const config = { name: "keywatch", default: { regions: ["eu-west-1"], trail: { logGroup: "trail" } }, accounts };
  expect(problemsOf(config).map(([path]) => path)).toEqual(["default", "accounts[0].regions"]);
});
