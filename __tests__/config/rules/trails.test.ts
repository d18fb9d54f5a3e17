import { describeRight, describeWrong } from "../../support/validation";

const TWO = { "accounts[0].regions": ["us-east-1", "eu-west-1"], "accounts[0].trail": { create: {} } };

describeWrong("a trail that is made in two regions of an account", [
  [
    "is told in the second",
    TWO,
    [
      "accounts[0].trail.create",
      "Account 111111111111 would make a trail in us-east-1 and another one in eu-west-1.",
      "one trail an account: it records all of its regions",
      "Keep us-east-1 alone in the account's regions, or make the trail in one region by `overrides`.",
    ],
  ],
]);

describeRight("a trail that is made once an account", [
  ["in its only region", { "accounts[0].trail": { create: {} } }],
  ["in one of two", { ...TWO, "accounts[0].overrides": { "eu-west-1": { trail: { logGroup: "keywatch/trail" } } } }],
  [
    "or not at all, where nothing is watched and others publish",
    {
      "accounts[1]": { id: "999999999999", name: "hub", regions: ["eu-west-1"], controls: { "cis-4.7": false } },
      "accounts[0].topic": { hub: "999999999999" },
    },
  ],
]);
