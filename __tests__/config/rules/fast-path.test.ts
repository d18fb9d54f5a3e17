import { hubFleet, smallFleet } from "../../support/fleet";
import { describeRight, describeWrong } from "../../support/validation";

const on = { "defaults.fastPath": true };
const elsewhere = { arn: "arn:aws:sns:{region}:555555555555:alerts" };
const EXPECTED = "topics of the account itself, or one hub for all of its alerts";

describeWrong("a fast path that cannot reach its topic", [
  [
    "because it is another account's",
    { ...on, "accounts[0].topic": elsewhere },
    [
      "accounts[0].topic",
      "The fast path of 111111111111 cannot publish to a topic of 555555555555. (in 111111111111/eu-west-1)",
      EXPECTED,
      'Name the account as topic: { hub: "555555555555" }, or set fastPath: false.',
    ],
  ],
  [
    "because a severity's is another account's",
    { ...on, "accounts[0].routes": { high: { topic: elsewhere } } },
    [
      "accounts[0].routes.high.topic",
      "The fast path of 111111111111 cannot publish to a topic of 555555555555. (in 111111111111/eu-west-1)",
      EXPECTED,
      'Name the account as topic: { hub: "555555555555" }, or set fastPath: false.',
    ],
  ],
  [
    "that is more than on or off",
    { "accounts[0].fastPath": "yes" },
    ["accounts[0].fastPath", '"yes" is a text.', "true or false", "Write true or false."],
  ],
]);

describeRight(
  "a fast path that leads to people",
  [
    ["by a topic that the stack makes", on],
    ["by the account's own that exists", { ...on, "accounts[0].topic": { arn: "arn:aws:sns:{region}:{account}:own" } }],
    [
      "past another account's topic, of a severity that it does not tell",
      { ...on, "accounts[0].routes": { medium: { topic: elsewhere } } },
    ],
    ["nowhere, as it is off", { ...on, "accounts[0].fastPath": false, "accounts[0].topic": elsewhere }],
    ["without any control", { ...on, "accounts[0].controls": { "cis-4.7": false }, "accounts[0].trail": undefined }],
  ],
  smallFleet,
);

describeRight(
  "a fast path over a hub",
  [
    ["for everybody", on],
    [
      "with the hub's topics for severities",
      { ...on, "defaults.routes": { critical: { topic: { hub: "999999999999" } } } },
    ],
    ["for one region of one account", { "accounts[0].overrides": { "eu-west-1": { fastPath: true } } }],
  ],
  hubFleet,
);
