import { layeredFleet } from "../../support/fleet";
import { describeRight, describeWrong } from "../../support/validation";

const unknown = (region: string, remedy: string) =>
  [`AWS has no region "${region}".`, "a region's name such as eu-west-1", remedy] as const;
const ONE_PARTITION = [
  "regions of one partition: an account belongs to one",
  "List the account of each partition by its own id, with its own regions.",
] as const;

describeWrong("what is wrong with an account's regions", [
  [
    "a misspelt one",
    { "accounts[0].regions": ["eu-west-1", "eu-wst-2"] },
    ["accounts[0].regions[1]", ...unknown("eu-wst-2", "Did you mean eu-west-2?")],
  ],
  [
    "one in capitals",
    { "accounts[0].regions": ["US-EAST-1"] },
    ["accounts[0].regions[0]", ...unknown("US-EAST-1", "Did you mean us-east-1?")],
  ],
  [
    "one that is near none",
    { "accounts[0].regions": ["frankfurt"] },
    ["accounts[0].regions[0]", ...unknown("frankfurt", "Write the name as AWS does.")],
  ],
  [
    "one twice",
    { "accounts[0].regions": ["eu-west-1", "us-east-1", "eu-west-1"] },
    [
      "accounts[0].regions[2]",
      "Region eu-west-1 is listed before, at position 0.",
      "every region once",
      "Remove one of the two.",
    ],
  ],
  [
    "two partitions",
    { "accounts[0].regions": ["eu-west-1", "cn-north-1"] },
    ["accounts[0].regions", "Account 111111111111 cannot have regions of aws and aws-cn.", ...ONE_PARTITION],
  ],
  [
    "three partitions",
    { "accounts[0].regions": ["us-gov-west-1", "cn-north-1", "eu-west-1"] },
    [
      "accounts[0].regions",
      "Account 111111111111 cannot have regions of aws-us-gov and aws-cn and aws.",
      ...ONE_PARTITION,
    ],
  ],
  [
    "none",
    { "accounts[0].regions": undefined },
    [
      "accounts[0].regions",
      "No region is given for account 111111111111.",
      "`regions` in the account or in `defaults`",
      'Add regions: ["eu-west-1"] with the regions to watch.',
    ],
  ],
]);

describeWrong(
  "what is wrong with the regions of defaults and overrides",
  [
    [
      "a misspelt one in defaults is told once",
      { "defaults.regions": ["eu-west-1", "eu-west-9"] },
      ["defaults.regions[1]", ...unknown("eu-west-9", "Did you mean eu-west-1?")],
    ],
    [
      "a misspelt one of overrides",
      { "accounts[0].overrides": { "eu-wst-1": {} } },
      ['accounts[0].overrides["eu-wst-1"]', ...unknown("eu-wst-1", "Did you mean eu-west-1?")],
    ],
    [
      "overrides of a region that the account does not have",
      { "accounts[0].overrides": { "us-east-1": {} } },
      [
        'accounts[0].overrides["us-east-1"]',
        "us-east-1 is not among the account's regions.",
        "one of: eu-west-1",
        "Add us-east-1 to the account's regions, or remove this override.",
      ],
    ],
  ],
  layeredFleet,
);

describeRight("what is right with regions", [
  ["those of China", { "accounts[0].regions": ["cn-north-1", "cn-northwest-1"] }],
  ["those of GovCloud", { "accounts[0].regions": ["us-gov-west-1", "us-gov-east-1"] }],
  ["one that is opt-in", { "accounts[0].regions": ["af-south-1"] }],
]);
