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

describeRight("what is right at the top", [
  ["a name of 30 characters", { name: "n".repeat(30) }],
  ["a name of every kind of character", { name: "Key-watch_2" }],
  ["version constraints", { versions: { terraform: "~> 1.10", aws: "6.25.0" } }],
  ["the schema that editors read", { $schema: "./keywatch.schema.json" }],
]);
