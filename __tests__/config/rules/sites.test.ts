import { layeredFleet, smallFleet } from "../../support/fleet";
import { describeRight, describeWrong, problemsOf } from "../../support/validation";

const AT = "(in 111111111111/eu-west-1)";

describe("a trail", () => {
  describeWrong("that is given nowhere", [
    [
      "is asked for in the account",
      { "accounts[0].trail": undefined },
      [
        "accounts[0].trail",
        `No trail is given. ${AT}`,
        "`trail` in the account, its overrides or `defaults`",
        'Add trail: { logGroup: "aws-controltower/CloudTrailLogs" } with the log group that CloudTrail writes to.',
      ],
    ],
  ]);

  test("that only one region has is missing in the other", () => {
    const problems = problemsOf(layeredFleet({ "defaults.trail": undefined }));
    expect(problems.map(([path, message]) => [path, message])).toEqual([
      ["accounts[0].trail", "No trail is given. (in 111111111111/eu-west-1)"],
      ["accounts[1].trail", "No trail is given. (in 222222222222/eu-west-1)"],
    ]);
  });
});

const OWN_ACCOUNT = "a role of each target's own account";
const otherAccount = (id: string) =>
  [OWN_ACCOUNT, `Write {account} in place of ${id}, or give that account a role of its own.`] as const;
const partition = (given: string, wanted: string) =>
  [`an ARN that starts with arn:${wanted}:`, `Write {partition} in place of ${given}.`] as const;

describeWrong("a role that does not fit its account", [
  [
    "of another account",
    { "accounts[0].role": "arn:aws:iam::222222222222:role/deploy" },
    [
      "accounts[0].role",
      `The role is in account 222222222222, not in the account that it is for. ${AT}`,
      ...otherAccount("222222222222"),
    ],
  ],
  [
    "of another account, with options",
    { "accounts[0].role": { arn: "arn:aws:iam::222222222222:role/deploy", sessionName: "keywatch" } },
    [
      "accounts[0].role.arn",
      `The role is in account 222222222222, not in the account that it is for. ${AT}`,
      ...otherAccount("222222222222"),
    ],
  ],
  [
    "of another partition",
    { "accounts[0].role": "arn:aws-us-gov:iam::{account}:role/deploy" },
    [
      "accounts[0].role",
      `The ARN is of partition aws-us-gov, the region of aws. ${AT}`,
      ...partition("aws-us-gov", "aws"),
    ],
  ],
  [
    "of no partition but aws, in China",
    { "accounts[0].role": "arn:aws:iam::{account}:role/deploy", "accounts[0].regions": ["cn-north-1"] },
    [
      "accounts[0].role",
      "The ARN is of partition aws, the region of aws-cn. (in 111111111111/cn-north-1)",
      ...partition("aws", "aws-cn"),
    ],
  ],
  [
    "that asks STS in a region that does not exist",
    { "accounts[0].role": { arn: "arn:aws:iam::{account}:role/deploy", stsRegion: "eu-wst-1" } },
    [
      "accounts[0].role.stsRegion",
      `AWS has no region "eu-wst-1". ${AT}`,
      "a region's name such as eu-west-1",
      "Did you mean eu-west-1?",
    ],
  ],
]);

describe("a role without {account} that several accounts share", () => {
  const sharedBy = (ids: readonly string[]) =>
    smallFleet({
      "defaults.role": "arn:aws:iam::111111111111:role/deploy",
      accounts: ids.map((id) => ({ ...smallFleet().accounts[0], id })),
    });

  test.each([
    [["222222222222"], "222222222222/eu-west-1"],
    [
      ["222222222222", "333333333333", "444444444444"],
      "222222222222/eu-west-1, 333333333333/eu-west-1, 444444444444/eu-west-1",
    ],
    [
      ["222222222222", "333333333333", "444444444444", "555555555555", "666666666666"],
      "222222222222/eu-west-1, 333333333333/eu-west-1, 444444444444/eu-west-1 and 2 more",
    ],
  ])("is told once for %j", (others, where) => {
    expect(problemsOf(sharedBy(["111111111111", ...others]))).toEqual([
      [
        "defaults.role",
        `The role is in account 111111111111, not in the account that it is for. (in ${where})`,
        ...otherAccount("111111111111"),
      ],
    ]);
  });
});

describeWrong("an existing topic that does not fit its region", [
  [
    "of another region",
    { "accounts[0].topic": { arn: "arn:aws:sns:us-east-1:111111111111:alerts" } },
    [
      "accounts[0].topic.arn",
      `The topic is in us-east-1: an alarm reaches only a topic of its own region. ${AT}`,
      "an ARN of the target's region",
      "Write {region} in place of us-east-1, or give the region one of its own in `overrides`.",
    ],
  ],
  [
    "of another partition",
    { "accounts[0].topic": { arn: "arn:aws-cn:sns:eu-west-1:111111111111:alerts" } },
    [
      "accounts[0].topic.arn",
      `The ARN is of partition aws-cn, the region of aws. ${AT}`,
      ...partition("aws-cn", "aws"),
    ],
  ],
]);

const email = (endpoint: string) => ({ protocol: "email", endpoint });
const again = (first: string) =>
  [
    `This endpoint is subscribed before, at ${first}. ${AT}`,
    "every protocol and endpoint once",
    "Remove one of the two.",
  ] as const;

describeWrong("subscriptions that do not fit together, or their partition", [
  [
    "an endpoint twice",
    { "accounts[0].subscriptions": [email("a@b.example"), email("c@d.example"), email("a@b.example")] },
    ["accounts[0].subscriptions[2].endpoint", ...again("accounts[0].subscriptions[0]")],
  ],
  [
    "an endpoint twice, once with placeholders",
    {
      "accounts[0].subscriptions": ["{account}", "111111111111"].map((account) => ({
        protocol: "sqs",
        endpoint: `arn:aws:sqs:eu-west-1:${account}:alerts`,
      })),
    },
    ["accounts[0].subscriptions[1].endpoint", ...again("accounts[0].subscriptions[0]")],
  ],
  [
    "a variable twice",
    { "accounts[0].subscriptions": [1, 2].map(() => ({ protocol: "https", endpoint: { fromEnv: "WEBHOOK" } })) },
    ["accounts[0].subscriptions[1].endpoint", ...again("accounts[0].subscriptions[0]")],
  ],
  [
    "a queue, and a queue for dead letters, of another partition",
    {
      "accounts[0].subscriptions": [
        {
          protocol: "sqs",
          endpoint: "arn:aws-cn:sqs:eu-west-1:111111111111:alerts",
          deadLetterQueueArn: "arn:aws-us-gov:sqs:eu-west-1:111111111111:dead",
        },
      ],
    },
    [
      "accounts[0].subscriptions[0].endpoint",
      `The ARN is of partition aws-cn, the region of aws. ${AT}`,
      ...partition("aws-cn", "aws"),
    ],
    [
      "accounts[0].subscriptions[0].deadLetterQueueArn",
      `The ARN is of partition aws-us-gov, the region of aws. ${AT}`,
      ...partition("aws-us-gov", "aws"),
    ],
  ],
]);

const numbered = (from: number, number: number) =>
  Object.fromEntries(Array.from({ length: number }, (_, index) => [`tag-${from + index}`, "x"]));

describeWrong("too many tags", [
  [
    "51 of an account and the defaults together",
    { "defaults.tags": numbered(0, 30), "accounts[0].tags": numbered(20, 31) },
    [
      "accounts[0].tags",
      `There are 51 tags, those of all levels together. ${AT}`,
      "at most 50 tags",
      "Remove tags here or in `defaults`.",
    ],
  ],
]);

const CONTROL = 'accounts[0].controls["cis-4.7"]';
const look = (most: number) =>
  [`at most ${most} seconds together`, "Take a shorter period or fewer evaluation periods."] as const;

describeWrong("controls that cannot work", [
  [
    "all of them off",
    { [CONTROL]: false },
    [
      "accounts[0].controls",
      `Every control is switched off: nothing would be watched. ${AT}`,
      "one control or more that is on, or the fast path",
      'Set "cis-4.7": true or fastPath: true, or remove the account or region.',
    ],
  ],
  [
    "an alarm that looks back for more than a day",
    { [`${CONTROL}.alarm`]: { period: 300, evaluationPeriods: 289 } },
    [`${CONTROL}.alarm.evaluationPeriods`, `289 periods of 300 seconds are 86700 seconds. ${AT}`, ...look(86400)],
  ],
  [
    "an alarm of hours that looks back for more than a week",
    { [`${CONTROL}.alarm`]: { period: 3600, evaluationPeriods: 169 } },
    [`${CONTROL}.alarm.evaluationPeriods`, `169 periods of 3600 seconds are 608400 seconds. ${AT}`, ...look(604800)],
  ],
  [
    "an alarm whose texts are too long once they are filled in",
    { [`${CONTROL}.alarm`]: { name: "{account}".padEnd(253, "n"), description: "{stack}".padEnd(1024, "d") } },
    [
      `${CONTROL}.alarm.name`,
      `With its placeholders filled in, the text has 256 characters. ${AT}`,
      "at most 255 characters",
      "Shorten it.",
    ],
    [
      `${CONTROL}.alarm.description`,
      `With its placeholders filled in, the text has 1048 characters. ${AT}`,
      "at most 1024 characters",
      "Shorten it.",
    ],
  ],
  [
    "more data points than periods",
    { [`${CONTROL}.alarm.datapointsToAlarm`]: 2 },
    [
      `${CONTROL}.alarm.datapointsToAlarm`,
      `2 data points cannot come from 1 periods. ${AT}`,
      "at most as many data points as evaluation periods",
      "Raise evaluationPeriods or lower datapointsToAlarm.",
    ],
  ],
]);

describeRight("what fits its account and region", [
  [
    "ARNs of China in China",
    {
      "accounts[0].regions": ["cn-north-1"],
      "accounts[0].role": "arn:aws-cn:iam::{account}:role/deploy",
      "accounts[0].topic": { arn: "arn:aws-cn:sns:cn-north-1:111111111111:alerts" },
    },
  ],
  [
    "one config for two partitions",
    {
      "defaults.role": "arn:{partition}:iam::{account}:role/deploy",
      "defaults.topic": { arn: "arn:{partition}:sns:{region}:{account}:alerts" },
      "accounts[1]": { id: "222222222222", name: "gov", regions: ["us-gov-west-1"], trail: { logGroup: "trail" } },
    },
  ],
  [
    "one endpoint by two protocols",
    { "accounts[0].subscriptions": [email("a@b.example"), { ...email("a@b.example"), protocol: "email-json" }] },
  ],
  ["50 tags, some of them on both levels", { "defaults.tags": numbered(0, 30), "accounts[0].tags": numbered(20, 30) }],
  ["an alarm that looks back for a day", { [`${CONTROL}.alarm`]: { period: 300, evaluationPeriods: 288 } }],
  ["an alarm of hours that looks back for a week", { [`${CONTROL}.alarm`]: { period: 3600, evaluationPeriods: 168 } }],
  ["an alarm whose name just fits", { [`${CONTROL}.alarm.name`]: "{account}".padEnd(252, "n") }],
  ["as many data points as periods", { [`${CONTROL}.alarm`]: { datapointsToAlarm: 3, evaluationPeriods: 3 } }],
]);
