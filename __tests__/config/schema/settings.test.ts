import { describeRight, describeWrong, type WrongRow } from "../../support/validation";

const ROLE = [
  "an ARN such as arn:aws:iam::{account}:role/keywatch-deploy",
  "Copy the ARN from the AWS console; {account}, {region} and {partition} may stand for their parts.",
] as const;
const TOPIC = [
  "an ARN such as arn:aws:sns:{region}:999999999999:security-alerts",
  "Copy the ARN from the AWS console; {account}, {region} and {partition} may stand for their parts.",
] as const;

const role = (value: string) =>
  [
    { "accounts[0].role": value },
    ["accounts[0].role", `${JSON.stringify(value)} cannot stand here.`, ...ROLE],
  ] as const;

describeWrong("what is wrong with a role", [
  ["an ARN of another service", ...role("arn:aws:sts::111111111111:role/deploy")],
  ["an ARN of a user", ...role("arn:aws:iam::111111111111:user/deploy")],
  ["an ARN with a region", ...role("arn:aws:iam:eu-west-1:111111111111:role/deploy")],
  ["an ARN of a partition that does not exist", ...role("arn:amazon:iam::111111111111:role/deploy")],
  ["an ARN with an account of 11 digits", ...role("arn:aws:iam::11111111111:role/deploy")],
  ["a name instead of an ARN", ...role("keywatch-deploy")],
  [
    "an ARN of another service within its options",
    { "accounts[0].role": { arn: "arn:aws:s3:::bucket" } },
    ["accounts[0].role.arn", '"arn:aws:s3:::bucket" cannot stand here.', ...ROLE],
  ],
  [
    "options without an ARN",
    { "accounts[0].role": { externalId: "x" } },
    ["accounts[0].role.arn", '"arn" is missing.', "a text: ARN of the role.", "Add arn."],
  ],
  [
    "an external id and a session name that break their grammar",
    { "accounts[0].role": { arn: "arn:aws:iam::{account}:role/r", externalId: "", sessionName: "two words" } },
    [
      "accounts[0].role.externalId",
      '"" cannot stand here.',
      "an external id: 1 to 1224 characters",
      "Write at least one and at most 1224 characters.",
    ],
    [
      "accounts[0].role.sessionName",
      '"two words" cannot stand here.',
      "a session name: 2 to 64 letters, digits and + = , . @ _ -",
      "Leave out blanks and other characters.",
    ],
  ],
  ...["1ST", "version", "for_each"].map(
    (name): WrongRow => [
      `an external id from a variable that cannot be called ${name}`,
      { "accounts[0].role": { arn: "arn:aws:iam::{account}:role/r", externalId: { fromEnv: name } } },
      [
        "accounts[0].role.externalId.fromEnv",
        `"${name}" cannot stand here.`,
        "the name of a variable: letters, digits and _, no digit first, and no word that Terraform keeps for itself",
        'Write a name such as { fromEnv: "ALERT_WEBHOOK" } and give Terraform its value as TF_VAR_ALERT_WEBHOOK.',
      ],
    ],
  ),
]);

const LOG_GROUP = [
  "a log group name: 1 to 512 letters, digits and . - _ / #",
  "Write the name as CloudWatch shows it, such as aws-controltower/CloudTrailLogs, not the ARN.",
] as const;
const logGroup = (value: string, shown = JSON.stringify(value)) =>
  [
    { "accounts[0].trail.logGroup": value },
    ["accounts[0].trail.logGroup", `${shown} cannot stand here.`, ...LOG_GROUP],
  ] as const;

const boundary = (value: string) =>
  [
    { "accounts[0].permissionsBoundary": value },
    [
      "accounts[0].permissionsBoundary",
      `${JSON.stringify(value)} cannot stand here.`,
      "the name of a policy, its path in front, such as security/keywatch-boundary",
      "Write no ARN: the policy is that of each account. No slash stands in front.",
    ],
  ] as const;

describeWrong("what is wrong with a permissions boundary", [
  ["an ARN", ...boundary("arn:aws:iam::111111111111:policy/keywatch-boundary")],
  ["a template", ...boundary("{account}-boundary")],
  ["a slash in front", ...boundary("/security/keywatch-boundary")],
  ["a path alone", ...boundary("security/")],
  ["nothing", ...boundary("")],
  ["what would be more names than one to IAM", ...boundary("keywatch-*")],
  [
    "one for a region, which IAM does not have",
    { "accounts[0].overrides": { "eu-west-1": { permissionsBoundary: "keywatch-boundary" } } },
    [
      'accounts[0].overrides["eu-west-1"].permissionsBoundary',
      'There is no setting "permissionsBoundary" here.',
      "one of: role, trail, topic, subscriptions, routes, actions, chat, breakGlassRoles, fastPath, adopt, liveness, dashboard, queries, tags, controls, runbooks",
      "Remove it.",
    ],
  ],
]);

describeWrong("what is wrong with a trail", [
  ["the ARN of a log group", ...logGroup("arn:aws:logs:eu-west-1:1:log-group:trail:*")],
  ["a log group with a blank", ...logGroup("my trail")],
  ["an empty log group", ...logGroup("")],
  ["a log group of 513 characters", ...logGroup("g".repeat(513), `"${"g".repeat(76)}...`)],
  [
    "no log group",
    { "accounts[0].trail": {} },
    [
      "accounts[0].trail.logGroup",
      '"logGroup" is missing.',
      "a text: CloudWatch log group that CloudTrail writes to, in the target's account and region.",
      "Add logGroup.",
    ],
  ],
]);

const TOPIC_NAME = [
  "a topic name: 1 to 256 letters, digits, _ and -",
  "Leave out dots, blanks and other characters; FIFO topics cannot be an alarm's action.",
] as const;
const topicArn = (value: string) =>
  [
    { "accounts[0].topic": { arn: value } },
    ["accounts[0].topic.arn", `${JSON.stringify(value)} cannot stand here.`, ...TOPIC],
  ] as const;

describeWrong("what is wrong with a topic", [
  [
    "the name of a FIFO topic",
    { "accounts[0].topic": { name: "alerts.fifo" } },
    ["accounts[0].topic.name", '"alerts.fifo" cannot stand here.', ...TOPIC_NAME],
  ],
  [
    "a name of 257 characters",
    { "accounts[0].topic": { name: "t".repeat(257) } },
    ["accounts[0].topic.name", `"${"t".repeat(76)}... cannot stand here.`, ...TOPIC_NAME],
  ],
  [
    "a display name of 101 characters",
    { "accounts[0].topic": { displayName: "d".repeat(101) } },
    [
      "accounts[0].topic.displayName",
      `"${"d".repeat(76)}... cannot stand here.`,
      "a display name: 1 to 100 characters",
      "Write at least one and at most 100 characters.",
    ],
  ],
  ["an ARN of another service", ...topicArn("arn:aws:sqs:eu-west-1:111111111111:alerts")],
  ["an ARN without a region", ...topicArn("arn:aws:sns::111111111111:alerts")],
  ["an ARN of a FIFO topic", ...topicArn("arn:aws:sns:eu-west-1:111111111111:alerts.fifo")],
  ["an ARN of a subscription", ...topicArn("arn:aws:sns:eu-west-1:111111111111:alerts:0a1b")],
  [
    "both a name and an ARN",
    { "accounts[0].topic": { name: "alerts", arn: "arn:aws:sns:eu-west-1:111111111111:alerts" } },
    [
      "accounts[0].topic.arn",
      'There is no setting "arn" here.',
      "one of: name, displayName, encryption, hub",
      "Remove it.",
    ],
  ],
]);

const TAG_TEXT = "letters, digits, blanks and _ . : / = + - @";
const TAG_KEY = [
  `a tag key: 1 to 128 ${TAG_TEXT}, not starting with aws:`,
  "Choose a key of these characters.",
] as const;
const TAG_VALUE = [`a tag value: up to 256 ${TAG_TEXT}`, "Choose a value of these characters."] as const;

describeWrong("what is wrong with tags", [
  [
    "a key that AWS keeps for itself, in any case",
    { "accounts[0].tags": { "AWS:owner": "me" } },
    ['accounts[0].tags["AWS:owner"]', '"AWS:owner" cannot stand here.', ...TAG_KEY],
  ],
  [
    "a key with an asterisk",
    { "accounts[0].tags": { "a*": "me" } },
    ['accounts[0].tags["a*"]', '"a*" cannot stand here.', ...TAG_KEY],
  ],
  ["an empty key", { "accounts[0].tags": { "": "me" } }, ['accounts[0].tags[""]', '"" cannot stand here.', ...TAG_KEY]],
  [
    "a key of 129 characters",
    { "accounts[0].tags": { ["k".repeat(129)]: "v" } },
    [`accounts[0].tags.${"k".repeat(129)}`, `"${"k".repeat(76)}... cannot stand here.`, ...TAG_KEY],
  ],
  [
    "a value with an asterisk",
    { "accounts[0].tags": { a: "b*" } },
    ["accounts[0].tags.a", '"b*" cannot stand here.', ...TAG_VALUE],
  ],
  [
    "a value of 257 characters",
    { "accounts[0].tags": { a: "v".repeat(257) } },
    ["accounts[0].tags.a", `"${"v".repeat(76)}... cannot stand here.`, ...TAG_VALUE],
  ],
  [
    "a value that is a number",
    { "accounts[0].tags": { costCentre: 42 } },
    ["accounts[0].tags.costCentre", "42 is a number.", "a text", "Put the value in quotes, with every leading zero."],
  ],
]);

describeRight("what is right in settings", [
  ["a role by its ARN", { "accounts[0].role": "arn:{partition}:iam::{account}:role/path/to/deploy" }],
  [
    "a role with all of its options",
    {
      "accounts[0].role": {
        arn: "arn:aws:iam::111111111111:role/r",
        externalId: { fromEnv: "EXTERNAL_ID" },
        sessionName: "key+watch=,.@_-",
        stsRegion: "us-east-1",
      },
    },
  ],
  ["a boundary by its name", { "accounts[0].permissionsBoundary": "Key+watch=,.@_-" }],
  ["a boundary by its path and name", { "accounts[0].permissionsBoundary": "security/keys/keywatch-boundary" }],
  ["a log group of 512 characters", { "accounts[0].trail.logGroup": "/aws.cloud-trail_#".padEnd(512, "g") }],
  ["a topic with nothing said", { "accounts[0].topic": {} }],
  ["a topic name of 256 characters", { "accounts[0].topic": { name: "t".repeat(256) } }],
  ["an existing topic of another account", { "accounts[0].topic": { arn: "arn:aws:sns:{region}:999999999999:hub" } }],
  ["tags at their limits", { "accounts[0].tags": { ["k".repeat(128)]: "v".repeat(256), "é _.:/=+-@": "" } }],
]);
