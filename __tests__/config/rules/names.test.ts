import { describeRight, describeWrong } from "../../support/validation";

const AT = "(in 111111111111/eu-west-1)";
const REMEDY = "Change one of the two names.";
const TOPIC = ["a name of its own for every topic of a severity", REMEDY] as const;
const named = (part: string) => ({
  "accounts[0].controls": { "cis-4.7": { [part]: { name: "x" } }, "key-enabled": { [part]: { name: "x" } } },
});

describeWrong("names of one target that would overwrite each other", [
  [
    "two topics by their names",
    { "accounts[0].topic": { name: "alerts" }, "accounts[0].routes": { critical: { topic: { name: "alerts" } } } },
    ["accounts[0].routes.critical.topic", `Two topics would be made with the name alerts. ${AT}`, ...TOPIC],
  ],
  [
    "a topic by the name that another has by default",
    { "accounts[0].topic": { name: "KMSCustomerKeyEvents-low" }, "accounts[0].routes": { low: {} } },
    [
      "accounts[0].routes.low.topic",
      `Two topics would be made with the name KMSCustomerKeyEvents-low. ${AT}`,
      ...TOPIC,
    ],
  ],
  [
    "two alarms",
    named("alarm"),
    [
      'accounts[0].controls["key-enabled"]',
      `The alarm of key-enabled has the name of that of cis-4.7: x. ${AT}`,
      "a name of its own for every alarm",
      REMEDY,
    ],
  ],
  [
    "two metric filters",
    named("filter"),
    [
      'accounts[0].controls["key-enabled"]',
      `The metric filter of key-enabled has the name of that of cis-4.7: x. ${AT}`,
      "a name of its own for every metric filter",
      REMEDY,
    ],
  ],
]);

const existing = { arn: "arn:aws:sns:eu-west-1:111111111111:alerts" };

describeRight("names that stay apart", [
  ["topics by default", { "accounts[0].routes": { low: {}, critical: {} } }],
  ["one existing topic for all", { "accounts[0].topic": existing, "accounts[0].routes": { low: { topic: existing } } }],
  [
    "a control that is off",
    {
      "accounts[0].controls": {
        "key-enabled": { alarm: { name: "KMSCustomerKeyDisableOrDeleteAlarm" } },
        "cis-4.7": false,
      },
    },
  ],
]);
