import { describeRight, describeWrong } from "../../support/validation";

const OLD = { id: "222222222222", name: "old", regions: ["eu-west-1"] };
const retired = (changes: object = {}) => ({ retired: [{ ...OLD, ...changes }] });

describeWrong("what cannot have retired", [
  [
    "what is in the fleet",
    retired({ id: "111111111111" }),
    [
      "retired[0].id",
      "Account 111111111111 is in the fleet in eu-west-1: it cannot have retired there.",
      "a target that is not in `accounts`",
      "Remove the region from the account, or the account from here.",
    ],
  ],
  [
    "a region that does not exist",
    retired({ regions: ["eu-wst-1"] }),
    [
      "retired[0].regions[0]",
      'AWS has no region "eu-wst-1".',
      "a region's name such as eu-west-1",
      "Did you mean eu-west-1?",
    ],
  ],
  [
    "an account without a region",
    retired({ regions: undefined }),
    [
      "retired[0].regions",
      "No region is given for account 222222222222.",
      "`regions` in the account or in `defaults`",
      'Add regions: ["eu-west-1"] with the regions to watch.',
    ],
  ],
  [
    "what its role does not reach",
    retired({ role: "arn:aws:iam::111111111111:role/deploy" }),
    [
      "retired[0].role",
      "The role is in account 111111111111, not in the account that it is for.",
      "a role of each target's own account",
      "Write {account} in place of 111111111111, or give that account a role of its own.",
    ],
  ],
]);

describeWrong("a fleet of nobody", [
  [
    "that nobody has retired from either",
    { accounts: [], retired: [] },
    [
      "accounts",
      "[] cannot stand here.",
      "one account or more",
      'Add an account: { id: "111111111111", name: "payments-prod" }.',
    ],
  ],
]);

describeRight("what has retired", [
  ["an account as it was, or with less", retired()],
  ["the last account", { accounts: [], ...retired() }],
  ["a region of an account that stays", retired({ id: "111111111111", regions: ["us-east-1"] })],
]);
