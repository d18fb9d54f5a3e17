import { describeRight, describeWrong } from "../../support/validation";

const ID = ["an account id: 12 digits", 'Write the 12 digits in quotes, such as "111111111111".'] as const;
const NAME = ["a name: 1 to 100 characters on one line", "Write what people call the account."] as const;
const REGION = ["a region: 1 to 64 characters", "Write at least one and at most 64 characters."] as const;

describeWrong("what is wrong with an account", [
  [
    "an id of 11 digits",
    { "accounts[0].id": "12345678901" },
    ["accounts[0].id", '"12345678901" cannot stand here.', ...ID],
  ],
  [
    "an id of 13 digits",
    { "accounts[0].id": "1234567890123" },
    ["accounts[0].id", '"1234567890123" cannot stand here.', ...ID],
  ],
  [
    "an id with hyphens",
    { "accounts[0].id": "1111-1111-1111" },
    ["accounts[0].id", '"1111-1111-1111" cannot stand here.', ...ID],
  ],
  [
    "an id that is a number, and so lost its leading zero",
    { "accounts[0].id": 12345678901 },
    ["accounts[0].id", "12345678901 is a number.", "a text", "Put the value in quotes, with every leading zero."],
  ],
  ["an empty name", { "accounts[0].name": "" }, ["accounts[0].name", '"" cannot stand here.', ...NAME]],
  ["a name of two lines", { "accounts[0].name": "a\nb" }, ["accounts[0].name", '"a\\nb" cannot stand here.', ...NAME]],
  [
    "a name of 101 characters, which is cut where it is shown",
    { "accounts[0].name": "n".repeat(101) },
    ["accounts[0].name", `"${"n".repeat(76)}... cannot stand here.`, ...NAME],
  ],
  [
    "no id and no name",
    { "accounts[0].id": undefined, "accounts[0].name": undefined },
    ["accounts[0].id", '"id" is missing.', "a text: Account id.", "Add id."],
    [
      "accounts[0].name",
      '"name" is missing.',
      "a text: What people call the account; it appears in tables and messages, never in a name.",
      "Add name.",
    ],
  ],
  [
    "regions that are a text",
    { "accounts[0].regions": "eu-west-1" },
    ["accounts[0].regions", '"eu-west-1" is a text.', "a list ([ ... ])", "Write a list ([ ... ])."],
  ],
  [
    "an empty list of regions, which would watch nothing",
    { "accounts[0].regions": [] },
    [
      "accounts[0].regions",
      "[] cannot stand here.",
      "one region or more",
      "Name the regions to watch, or leave `regions` out.",
    ],
  ],
  ["a blank region", { "accounts[0].regions": [" "] }, ["accounts[0].regions[0]", '" " cannot stand here.', ...REGION]],
  [
    "overrides that are a list",
    { "accounts[0].overrides": ["eu-west-1"] },
    [
      "accounts[0].overrides",
      '["eu-west-1"] is a list.',
      "a group of settings ({ ... })",
      "Write a group of settings ({ ... }).",
    ],
  ],
  [
    "overrides of no region",
    { "accounts[0].overrides": { " ": {} } },
    ['accounts[0].overrides[" "]', '" " cannot stand here.', ...REGION],
  ],
  [
    "regions within the overrides of a region",
    { "accounts[0].overrides": { "eu-west-1": { regions: ["eu-west-1"] } } },
    [
      'accounts[0].overrides["eu-west-1"].regions',
      'There is no setting "regions" here.',
      "one of: role, trail, topic, subscriptions, routes, actions, chat, breakGlassRoles, fastPath, adopt, liveness, dashboard, queries, tags, controls, runbooks",
      "Remove it.",
    ],
  ],
]);

describeRight("what is right with an account", [
  ["an id with a leading zero", { "accounts[0].id": "012345678901" }],
  ["a name of 100 characters of any script", { "accounts[0].name": "支払い🔑 ${x}".padEnd(100, "n") }],
  ["overrides of one of its regions", { "accounts[0].overrides": { "eu-west-1": { tags: { a: "b" } } } }],
]);
