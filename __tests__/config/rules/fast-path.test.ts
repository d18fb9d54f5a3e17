import { describeRight, describeWrong } from "../../support/validation";

const elsewhere = { arn: "arn:aws:sns:{region}:999999999999:security-alerts" };
const TEXTS = [
  "The fast path of 111111111111 cannot publish to a topic of 999999999999. (in 111111111111/eu-west-1)",
  "topics of the account itself, or one hub for all of its alerts",
  'Name the account as topic: { hub: "999999999999" }, or set fastPath: false.',
] as const;

describeWrong("a fast path that cannot publish", [
  [
    "to another account's topic",
    { "accounts[0].fastPath": true, "accounts[0].topic": elsewhere },
    ["accounts[0].topic", ...TEXTS],
  ],
  [
    "to another account's topic for a severity",
    { "accounts[0].fastPath": true, "accounts[0].routes": { critical: { topic: elsewhere } } },
    ["accounts[0].routes.critical.topic", ...TEXTS],
  ],
]);

describeRight("a fast path that can", [
  ["without one", { "accounts[0].topic": elsewhere }],
  [
    "to an existing topic of the account",
    { "accounts[0].fastPath": true, "accounts[0].topic": { arn: "arn:aws:sns:{region}:{account}:alerts" } },
  ],
  [
    "past a topic of another account that no event has",
    { "accounts[0].fastPath": true, "accounts[0].routes": { medium: { topic: elsewhere } } },
  ],
]);
