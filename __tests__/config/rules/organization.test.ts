import { organizationFleet } from "../../support/fleet";
import { describeRight, describeWrong, problemsOf } from "../../support/validation";

const HUB = "999999999999";
const at = (setting: string) => `organization.${setting}`;

describeWrong(
  "an organization",
  [
    [
      "whose hub is not in the fleet",
      { [at("hub")]: "555555555555" },
      [
        at("hub"),
        "The hub 555555555555 is not in the fleet.",
        "the id of an account under `accounts`",
        'List account 555555555555; controls: { "cis-4.7": false } where it is a hub alone.',
      ],
    ],
    [
      "that sends from a region in which its hub is not",
      { [at("regions")]: ["eu-west-1", "eu-central-1"] },
      [
        at("hub"),
        `The hub ${HUB} has no target in eu-central-1, where the organization sends to it.`,
        "a hub with every region of `organization.regions`",
        `Add eu-central-1 to the regions of account ${HUB}, or take it out of organization.regions.`,
      ],
    ],
    [
      "whose hub publishes to the topic of another account",
      { "accounts[2].routes": { critical: { topic: { arn: "arn:aws:sns:{region}:111111111111:alerts" } } } },
      [
        "accounts[2].routes.critical.topic",
        `The rules of the hub ${HUB} cannot publish to a topic of 111111111111.`,
        "topics of the hub's own account",
        `Give account ${HUB} topic: { name: "..." }, or make another account the hub of the organization.`,
      ],
    ],
    [
      "in regions that AWS does not have",
      { [at("region")]: "eu-west-9", [at("regions")]: ["eu-west-1", "eu-wst-1", "eu-west-1"] },
      [at("region"), 'AWS has no region "eu-west-9".', "a region's name such as eu-west-1", "Did you mean eu-west-1?"],
      [
        `${at("regions")}[1]`,
        'AWS has no region "eu-wst-1".',
        "a region's name such as eu-west-1",
        "Did you mean eu-west-1?",
      ],
      [
        `${at("regions")}[2]`,
        "Region eu-west-1 is listed before, at position 0.",
        "every region once",
        "Remove one of the two.",
      ],
    ],
    [
      "of another partition than its hub",
      { [at("region")]: "us-gov-west-1", "defaults.role": undefined },
      [
        at("region"),
        "A StackSet of aws-us-gov does not reach accounts of aws.",
        "a region of aws",
        "Name a region of the hub.",
      ],
    ],
    [
      "in China",
      {
        [at("region")]: "cn-north-1",
        "defaults.regions": ["cn-north-1"],
        "accounts[2].regions": undefined,
        "defaults.role": undefined,
      },
      [
        at("region"),
        "AWS does not let StackSets reach the accounts of an organization in China.",
        "a region outside of aws-cn",
        "Take `organization` out and list the accounts: keywatch discover finds them.",
      ],
    ],
    [
      "whose role is in another account",
      { [at("role")]: "arn:aws:iam::111111111111:role/keywatch-deploy" },
      [
        at("role"),
        "The role is in account 111111111111, not in the account that it is for.",
        "a role of each target's own account",
        "Write {account} in place of 111111111111, or give that account a role of its own.",
      ],
    ],
    [
      "whose stack would have the state of a target",
      {
        [at("account")]: HUB,
        state: { type: "s3", bucket: "acme-state", region: "eu-west-1", key: "x/{account}/{region}" },
      },
      [
        "state.key",
        `The stacks keywatch-organization and keywatch-${HUB}-eu-west-1 would share one state.`,
        "`{stack}` in the setting that says where a state lies, or a region of its own for the StackSet",
        "Name another region as organization.region.",
      ],
    ],
  ],
  organizationFleet,
);

describeRight(
  "an organization",
  [
    ["from every region of its hub", {}],
    ["from some of them", { [at("regions")]: ["us-east-1"] }],
    ["by a delegated administrator, which is the hub", { [at("account")]: HUB, [at("delegatedAdmin")]: true }],
    [
      "whose state is told apart by the stack",
      { [at("account")]: HUB, state: { type: "s3", bucket: "acme-state", region: "eu-west-1", key: "x/{stack}" } },
    ],
    [
      "whose state is told apart by Keywatch",
      { [at("account")]: HUB, state: { type: "s3", bucket: "acme-state", region: "eu-west-1" } },
    ],
    ["made in a region of its own", { [at("region")]: "eu-central-1" }],
  ],
  organizationFleet,
);

const told = (count: number) =>
  organizationFleet({
    "accounts[2].regions": ["eu-west-1"],
    "defaults.topic": {},
    "defaults.fastPath": true,
    accounts: [
      ...Array.from({ length: count - 1 }, (_, index) => ({ id: String(index).padStart(12, "0"), name: "told" })),
      { id: HUB, name: "security" },
    ],
  });

test("as many accounts may tell of their events themselves as fit into a template", () => {
  expect(problemsOf(told(500))).toEqual([]);
  expect(problemsOf(told(501))).toEqual([
    [
      "organization",
      "501 accounts, or regions of accounts, would have to be kept from sending.",
      "at most 500: CloudFormation takes no larger template",
      "Set fastPath: false in accounts that the organization's units hold.",
    ],
  ]);
});
