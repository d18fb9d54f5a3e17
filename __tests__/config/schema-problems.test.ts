import { validate } from "../../modules/config";
import { describeWrong, problemsOf } from "../support/validation";

const GROUP = ["a group of settings ({ ... })", "Write a group of settings ({ ... })."] as const;
const LIST = ["a list ([ ... ])", "Write a list ([ ... ])."] as const;
const TOP = "one of: $schema, name, state, versions, rollout, organization, defaults, accounts, retired";
const SETTINGS =
  "one of: regions, permissionsBoundary, role, trail, topic, subscriptions, routes, actions, chat, breakGlassRoles, fastPath, adopt, liveness, dashboard, queries, tags, controls, runbooks";

describe("a config that is no group of settings", () => {
  test.each([
    [null, "There is nothing here."],
    [undefined, '"config" is missing.', "a group of settings ({ ... })", "Add config."],
    ["keywatch", '"keywatch" is a text.'],
    [7, "7 is a number."],
    [true, "true is true or false."],
    [[], "[] is a list."],
  ])("%j", (config, message, ...says) => {
    expect(problemsOf(config)).toEqual([["(the whole config)", message, ...(says.length > 0 ? says : GROUP)]]);
  });
});

describeWrong("what is missing or of another type", [
  [
    "no name",
    { name: undefined },
    [
      "name",
      '"name" is missing.',
      "a text: Prefix of stack ids and state keys. Changing it makes other stacks.",
      "Add name.",
    ],
  ],
  [
    "no accounts",
    { accounts: undefined },
    ["accounts", '"accounts" is missing.', "a list ([ ... ]): The fleet.", "Add accounts."],
  ],
  ["accounts by name", { accounts: { a: 1 } }, ["accounts", '{"a":1} is a group of settings.', ...LIST]],
  ["an account that is its id", { accounts: ["111111111111"] }, ["accounts[0]", '"111111111111" is a text.', ...GROUP]],
  ["an empty setting", { "accounts[0].tags": null }, ["accounts[0].tags", "There is nothing here.", ...GROUP]],
  [
    "a trail that is its log group",
    { "accounts[0].trail": "trail" },
    ["accounts[0].trail", '"trail" is a text.', ...GROUP],
  ],
  [
    "a truth for a text",
    { "accounts[0].name": true },
    ["accounts[0].name", "true is true or false.", "a text", "Write a text."],
  ],
]);

describeWrong("keys that are not known", [
  [
    "near a known one",
    { acounts: [] },
    ["acounts", 'There is no setting "acounts" here.', TOP, "Did you mean accounts?"],
  ],
  ["in another case", { NAME: "x" }, ["NAME", 'There is no setting "NAME" here.', TOP, "Did you mean name?"]],
  ["near none", { webhook: "x" }, ["webhook", 'There is no setting "webhook" here.', TOP, "Remove it."]],
  [
    "that every object has",
    { toString: 1, constructor: 2, hasOwnProperty: 3 },
    ["toString", 'There is no setting "toString" here.', TOP, "Remove it."],
    ["constructor", 'There is no setting "constructor" here.', TOP, "Remove it."],
    ["hasOwnProperty", 'There is no setting "hasOwnProperty" here.', TOP, "Remove it."],
  ],
  [
    "in defaults",
    { "defaults.trails": {} },
    ["defaults.trails", 'There is no setting "trails" here.', SETTINGS, "Did you mean trail?"],
  ],
  [
    "in an account",
    { "accounts[0].region": "eu-west-1" },
    [
      "accounts[0].region",
      'There is no setting "region" here.',
      `one of: id, name, ${SETTINGS.slice("one of: ".length)}, overrides`,
      "Did you mean regions?",
    ],
  ],
  [
    "in a trail",
    { "accounts[0].trail.loggroup": "x" },
    [
      "accounts[0].trail.loggroup",
      'There is no setting "loggroup" here.',
      "one of: logGroup, organization, create",
      "Did you mean logGroup?",
    ],
  ],
  [
    "in a role",
    { "accounts[0].role": { arn: "arn:aws:iam::{account}:role/r", externalID: "x" } },
    [
      "accounts[0].role.externalID",
      'There is no setting "externalID" here.',
      "one of: arn, externalId, sessionName, stsRegion",
      "Did you mean externalId?",
    ],
  ],
  [
    "in versions",
    { versions: { terrafrom: "1" } },
    [
      "versions.terrafrom",
      'There is no setting "terrafrom" here.',
      "one of: terraform, aws",
      "Did you mean terraform?",
    ],
  ],
]);

test("the key __proto__ is an unknown one and changes no prototype", () => {
  const config = JSON.parse('{ "name": "keywatch", "accounts": [], "__proto__": { "polluted": true } }');
  expect(problemsOf(config)).toContainEqual(["__proto__", 'There is no setting "__proto__" here.', TOP, "Remove it."]);
  expect({}).not.toHaveProperty("polluted");
});

const cycle: unknown[] = [];
cycle.push({ cycle });
const DATA = [
  "data as JSON has it: texts, numbers up to 2^360, true, false, lists and groups of settings",
  "Write the value itself.",
] as const;

const POLICY = "accounts[0].subscriptions[0].filterPolicy";
describeWrong(
  "what is no data, wherever it stands",
  (
    [
      ["a function", () => "x", "", "A function"],
      ["a symbol", Symbol("x"), "", "A symbol"],
      ["a bigint", 1n, "", "A bigint"],
      ["a date", new Date(0), "", "A Date"],
      ["a map", new Map(), "", "A Map"],
      ["not a number", Number.NaN, "", "NaN"],
      ["a number that CDKTF takes for a token", -8.1e298, "", "-8.1e+298"],
      ["a list with a function", [0, () => 0], "[1]", "A function"],
      ["a list that holds itself", cycle, "[0].cycle", "A value that holds itself"],
    ] as const
  ).flatMap(([what, value, below, named]) =>
    ["name", "accounts[0].tags.owner", `${POLICY}.color`, "state.prefix", "zebra"].map(
      (path) =>
        [
          `${what} at ${path}`,
          {
            "accounts[0].subscriptions": [{ protocol: "https", endpoint: "https://acme.example", filterPolicy: {} }],
            state: { type: "gcs" },
            [path]: value,
          },
          [`${path}${below}`, `${named} cannot stand here.`, ...DATA],
        ] as const,
    ),
  ),
);

test("a value that stands in two places is data", () => {
  const shared = { owner: "security" };
  const config = {
    name: "keywatch",
    defaults: { tags: shared, trail: { logGroup: "trail" }, regions: ["eu-west-1"] },
    accounts: [{ id: "111111111111", name: "a", tags: shared }],
  };
  expect(validate(config).ok).toBe(true);
});
