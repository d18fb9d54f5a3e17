import { validate } from "../../modules/config";
import { layeredFleet, smallFleet } from "../support/fleet";
import { problemsOf } from "../support/validation";

test("a config that holds comes back as it was given, with nothing filled in", () => {
  const config = layeredFleet();
  expect(validate(config)).toEqual({ ok: true, config });
});

test("every problem is told in one run, those of the schema and those across fields", () => {
  const config = layeredFleet({
    name: "my fleet",
    "defaults.role": "arn:aws:iam::111111111111:role/deploy",
    "defaults.subscriptions[0].endpoint": "security",
    "accounts[0].tags.cost": 7,
    "accounts[0].regions": ["eu-wst-1", 5],
    "accounts[1].overrides": { "us-east-1": { trail: { loggroup: "x" } }, "us-west-2": {} },
    "accounts[2]": { id: "222222222222", name: "twin", regions: ["cn-north-1", "eu-west-1"] },
    state: { type: "s3", bucket: "acme-state", region: "eu-west-1", key: "one" },
  });
  expect(problemsOf(config).map(([path, message]) => `${path}: ${message}`)).toEqual([
    'name: "my fleet" cannot stand here.',
    'defaults.subscriptions[0].endpoint: "security" cannot stand here.',
    "accounts[0].regions[1]: 5 is a number.",
    "accounts[0].tags.cost: 7 is a number.",
    'accounts[1].overrides["us-east-1"].trail.logGroup: "logGroup" is missing.',
    'accounts[1].overrides["us-east-1"].trail.loggroup: There is no setting "loggroup" here.',
    "state.key: All stacks would share one state.",
    "accounts[2].id: Account 222222222222 is listed before, at accounts[1].",
    'accounts[0].regions[0]: AWS has no region "eu-wst-1".',
    'accounts[1].overrides["us-west-2"]: us-west-2 is not among the account\'s regions.',
    "accounts[2].regions: Account 222222222222 cannot have regions of aws-cn and aws.",
    "defaults.role: The role is in account 111111111111, not in the account that it is for. (in 222222222222/us-east-1, 222222222222/eu-west-1, 222222222222/cn-north-1)",
    "defaults.role: The ARN is of partition aws, the region of aws-cn. (in 222222222222/cn-north-1)",
  ]);
});

test.each([
  ["regions", "accounts[0].regions", "eu-west-1"],
  ["a trail", "accounts[0].trail", "trail"],
  ["a trail's log group", "accounts[0].trail.logGroup", 7],
])("%s that is given wrongly is not told as missing too", (_, path, value) => {
  expect(problemsOf(smallFleet({ [path]: value })).map(([at]) => at)).toEqual([path]);
});

test("accounts keep their positions when one before them is wrong", () => {
  const config = layeredFleet({ "accounts[0]": "payments-prod", "accounts[1].regions": ["us-east-1", "mars"] });
  expect(problemsOf(config).map(([at]) => at)).toEqual(["accounts[0]", "accounts[1].regions[1]"]);
});

test("the config that is checked is not changed", () => {
  const config = layeredFleet({ "accounts[0].tags.cost": 7, "accounts[1].id": "1" });
  const before = structuredClone(config);
  validate(config);
  expect(config).toEqual(before);
});
