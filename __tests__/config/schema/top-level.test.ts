import { describeRight, describeWrong } from "../../support/validation";

const NAME = [
  "a name: a letter, then up to 29 letters, digits, _ and -",
  "Write a short name such as keywatch; stacks, workspaces and state keys start with it.",
] as const;
const CONSTRAINT = [
  "a version constraint: 1 to 200 characters",
  "Write at least one and at most 200 characters.",
] as const;

describeWrong("what is wrong at the top", [
  ["a name with a blank", { name: "my fleet" }, ["name", '"my fleet" cannot stand here.', ...NAME]],
  ["a name that starts with a digit", { name: "1st" }, ["name", '"1st" cannot stand here.', ...NAME]],
  ["an empty name", { name: "" }, ["name", '"" cannot stand here.', ...NAME]],
  ["a name of 31 characters", { name: "n".repeat(31) }, ["name", `"${"n".repeat(31)}" cannot stand here.`, ...NAME]],
  [
    "an empty fleet",
    { accounts: [] },
    [
      "accounts",
      "[] cannot stand here.",
      "one account or more",
      'Add an account: { id: "111111111111", name: "payments-prod" }.',
    ],
  ],
  [
    "empty version constraints",
    { versions: { terraform: "", aws: " " } },
    ["versions.terraform", '"" cannot stand here.', ...CONSTRAINT],
    ["versions.aws", '" " cannot stand here.', ...CONSTRAINT],
  ],
]);

const organization = {
  id: "o-a1b2c3d4e5",
  units: ["r-a1b2"],
  hub: "999999999999",
  account: "888888888888",
  region: "eu-west-1",
};
const EMPTY = "[] cannot stand here.";
const UNIT = [
  "the id of a root or an organizational unit, such as r-a1b2 or ou-a1b2-c3d4e5f6",
  "Copy it from AWS Organizations; the root stands for all accounts.",
] as const;

describeWrong("what is wrong in an organization", [
  [
    "ids of something else",
    { organization: { ...organization, id: "r-a1b2", units: ["o-a1b2c3d4e5", "ou-a1b2"], exclude: ["77"] } },
    [
      "organization.id",
      '"r-a1b2" cannot stand here.',
      "the id of an organization such as o-a1b2c3d4e5",
      "Copy it from AWS Organizations.",
    ],
    ["organization.units[0]", '"o-a1b2c3d4e5" cannot stand here.', ...UNIT],
    ["organization.units[1]", '"ou-a1b2" cannot stand here.', ...UNIT],
    [
      "organization.exclude[0]",
      '"77" cannot stand here.',
      "an account id: 12 digits",
      'Write the 12 digits in quotes, such as "111111111111".',
    ],
  ],
  [
    "lists that hold nothing",
    { organization: { ...organization, units: [], regions: [] } },
    ["organization.units", EMPTY, "one unit or more", "Name the root for all accounts, or organizational units."],
    [
      "organization.regions",
      EMPTY,
      "one region or more",
      "Name the regions, or leave `regions` out for those of the hub.",
    ],
  ],
]);

describeWrong("what is wrong in a rollout", [
  [
    "no wave",
    { rollout: { waves: [] } },
    [
      "rollout.waves",
      EMPTY,
      "one wave or more",
      "Describe a wave, or leave `rollout` out: then all are deployed together.",
    ],
  ],
  [
    "a wave without an account",
    { rollout: { waves: [{ accounts: [] }] } },
    ["rollout.waves[0].accounts", EMPTY, "one account or more", "Name the accounts of the wave, or take the wave out."],
  ],
]);

describeRight("what is right at the top", [
  ["a name of 30 characters", { name: "n".repeat(30) }],
  ["a name of every kind of character", { name: "Key-watch_2" }],
  ["version constraints", { versions: { terraform: "~> 1.10", aws: "6.25.0" } }],
  ["the schema that editors read", { $schema: "./keywatch.schema.json" }],
]);
