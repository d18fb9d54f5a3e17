import { describeRight, describeWrong, type WrongRow } from "../../support/validation";

const LIVENESS = "accounts[0].liveness";
const HOURS = ["hours: a whole number from 2 to 168", "Write a number from 2 to 168."] as const;
const hours = (subject: string, value: number): WrongRow => [
  `${value} hours of ${subject}`,
  { [LIVENESS]: { [subject]: { hours: value } } },
  [`${LIVENESS}.${subject}.hours`, `${value} cannot stand here.`, ...HOURS],
];

describeWrong("what is wrong with liveness", [
  ["a word", { [LIVENESS]: "on" }, [LIVENESS, '"on" is a text.', "true or false", "Write true or false."]],
  hours("delivery", 1),
  hours("heartbeat", 169),
  hours("heartbeat", 2.5),
  [
    "a check that does not exist",
    { [LIVENESS]: { hartbeat: true } },
    [
      `${LIVENESS}.hartbeat`,
      'There is no setting "hartbeat" here.',
      "one of: delivery, heartbeat, notifications, actions",
      "Did you mean heartbeat?",
    ],
  ],
  [
    "hours of notifications",
    { [LIVENESS]: { notifications: { hours: 3 } } },
    [`${LIVENESS}.notifications`, `{"hours":3} is a group of settings.`, "true or false", "Write true or false."],
  ],
  [
    "an action that alarms cannot do",
    { [LIVENESS]: { actions: ["arn:aws:sqs:eu-west-1:111111111111:q"] } },
    [
      `${LIVENESS}.actions[0]`,
      '"arn:aws:sqs:eu-west-1:111111111111:q" cannot stand here.',
      "the ARN of an OpsItem action, a response plan, a function or a topic",
      "Write one such as arn:aws:ssm:{region}:{account}:opsitem:2#CATEGORY=Security.",
    ],
  ],
]);

const NAME = [
  "a dashboard name: 1 to 255 letters, digits, _ and -",
  "Leave out blanks and other characters; {account}, {region} and {stack} are filled in.",
] as const;

describeWrong("what is wrong with a dashboard and saved queries", [
  [
    "a dashboard's name with a blank",
    { "accounts[0].dashboard": { name: "my keys" } },
    ["accounts[0].dashboard.name", '"my keys" cannot stand here.', ...NAME],
  ],
  [
    "a placeholder that does not exist",
    { "accounts[0].dashboard": { name: "keys-{name}" } },
    ["accounts[0].dashboard.name", '"keys-{name}" cannot stand here.', ...NAME],
  ],
  [
    "a list of queries",
    { "accounts[0].queries": ["one-key"] },
    ["accounts[0].queries", `["one-key"] is a list.`, "true or false", "Write true or false."],
  ],
]);

describeRight("what is right with them", [
  ["the shortest and the longest patience", { [LIVENESS]: { delivery: { hours: 2 }, heartbeat: { hours: 168 } } }],
  ["nothing of it", { [LIVENESS]: { delivery: false, heartbeat: false, notifications: false } }],
  ["a name of placeholders", { "accounts[0].dashboard": { name: "{partition}-{stack}_{account}-{region}" } }],
]);
