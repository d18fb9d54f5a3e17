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
    [
      "is the same where its URL holds a placeholder, which stays as it is",
      { ...HUB, "defaults.subscriptions": [{ protocol: "https", endpoint: "https://hook.example/{account}" }] },
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

const filtered = (filterPolicy: object, filterPolicyScope?: string) => ({
  "defaults.subscriptions": [
    {
      protocol: "email",
      endpoint: "security@acme.example",
      filterPolicy,
      ...(filterPolicyScope && { filterPolicyScope }),
    },
  ],
});

const HEARS_OF_NOTHING = [
  "defaults.subscriptions[0].filterPolicy",
  "It looks at the attributes of messages, of which alerts have none: not one would be delivered. (in 111111111111/eu-west-1, 222222222222/us-east-1, 222222222222/eu-west-1)",
  "a filter policy that looks at the body of messages",
  "Add filterPolicyScope: MessageBody, and name fields of an alarm's message, such as AlarmName.",
] as const;

describeWrong(
  "a filter policy on attributes, which alerts do not have,",
  [
    ["without a scope", filtered({ severity: ["critical"] }), [...HEARS_OF_NOTHING]],
    ["with theirs", filtered({ severity: ["critical"] }, "MessageAttributes"), [...HEARS_OF_NOTHING]],
    [
      "of which one alone may be missing",
      filtered({ severity: [{ exists: false }], team: ["kms"] }),
      [...HEARS_OF_NOTHING],
    ],
  ],
  layeredFleet,
);

describeRight(
  "filter policies that let alerts through",
  [
    ["on the body", filtered({ AlarmName: [{ prefix: "KMS" }] }, "MessageBody")],
    ["on attributes that must not be there", filtered({ severity: ["low", { exists: false }] })],
    ["that ask for nothing", filtered({})],
  ],
  layeredFleet,
);
