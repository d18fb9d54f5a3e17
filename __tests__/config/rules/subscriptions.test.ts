import { layeredFleet } from "../../support/fleet";
import { describeRight, describeWrong } from "../../support/validation";

const HUB = { "defaults.topic": { arn: "arn:aws:sns:{region}:999999999999:hub" } };

describeWrong(
  "an existing topic to which two stacks would subscribe the same endpoint",
  [
    [
      "is told once, with both stacks",
      HUB,
      [
        "defaults.subscriptions[0]",
        "keywatch-111111111111-eu-west-1 and keywatch-222222222222-eu-west-1 would both subscribe this endpoint to arn:aws:sns:eu-west-1:999999999999:hub.",
        "one stack that owns a subscription",
        "Subscribe where the topic is made; give the accounts that only use it subscriptions: [].",
      ],
    ],
  ],
  layeredFleet,
);

describeRight(
  "topics whose subscriptions have one owner each",
  [
    ["made by every stack", {}],
    ["existing, one in each account", { "defaults.topic": { arn: "arn:aws:sns:{region}:{account}:hub" } }],
    ["existing, subscribed by one account", { ...HUB, "accounts[1].subscriptions": [] }],
    [
      "existing, with an endpoint of each account",
      {
        ...HUB,
        "defaults.subscriptions": [{ protocol: "sqs", endpoint: "arn:aws:sqs:{region}:{account}:alerts" }],
      },
    ],
  ],
  layeredFleet,
);
