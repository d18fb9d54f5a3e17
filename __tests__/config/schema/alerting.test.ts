import { describeWrong } from "../../support/validation";

const NOT_THE_AWS_KEY =
  "alias/aws/sns is not offered: its key policy keeps CloudWatch out, so the alarm would fire and nothing arrive.";

describeWrong("what is wrong with a topic's encryption", [
  [
    "AWS's own key by its alias",
    { "accounts[0].topic": { encryption: "alias/aws/sns" } },
    [
      "accounts[0].topic.encryption",
      '"alias/aws/sns" is not known here.',
      '"managed", "none" or { keyArn: "..." }',
      NOT_THE_AWS_KEY,
    ],
  ],
  [
    "a key by its alias",
    { "accounts[0].topic": { encryption: { keyArn: "arn:aws:kms:eu-west-1:111111111111:alias/aws/sns" } } },
    [
      "accounts[0].topic.encryption.keyArn",
      '"arn:aws:kms:eu-west-1:111111111111:alias/aws/sns" cannot stand here.',
      "the ARN of a customer managed key, such as arn:aws:kms:{region}:{account}:key/1234abcd-12ab-34cd-56ef-1234567890ab",
      NOT_THE_AWS_KEY,
    ],
  ],
]);

describeWrong("what is wrong with a trail that is made", [
  [
    "a name with two dots",
    { "accounts[0].trail": { create: { name: "my..trail" } } },
    [
      "accounts[0].trail.create.name",
      '"my..trail" cannot stand here.',
      "a trail name: 3 to 128 letters and digits, with single . _ or - between them",
      "Start and end with a letter or a digit, and put no two of . _ - side by side.",
    ],
  ],
  [
    "a retention that CloudWatch does not know",
    { "accounts[0].trail": { create: { retentionDays: 100 } } },
    [
      "accounts[0].trail.create.retentionDays",
      "100 is not known here.",
      "days that CloudWatch Logs knows: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653",
      "Choose one; 365 or more passes audits.",
    ],
  ],
]);

describeWrong("what is wrong with actions, chat and adoption", [
  [
    "an action that alarms cannot do",
    { "accounts[0].actions": { alarm: ["arn:aws:sqs:eu-west-1:111111111111:q"] } },
    [
      "accounts[0].actions.alarm[0]",
      '"arn:aws:sqs:eu-west-1:111111111111:q" cannot stand here.',
      "the ARN of an OpsItem action, a response plan, a function or a topic",
      "Write one such as arn:aws:ssm:{region}:{account}:opsitem:2#CATEGORY=Security.",
    ],
  ],
  [
    "a channel by its name, of a workspace by its name",
    {
      "accounts[0].chat": [
        { type: "slack", workspaceId: "acme", channelId: "#alerts", roleArn: "arn:aws:iam::{account}:role/chat" },
      ],
    },
    [
      "accounts[0].chat[0].workspaceId",
      '"acme" cannot stand here.',
      "a workspace id such as T07EA123LEP",
      "Copy it from the Slack client that is set up in AWS.",
    ],
    [
      "accounts[0].chat[0].channelId",
      '"#alerts" cannot stand here.',
      "a channel id such as C07EZ1ABC23",
      "Copy the id at the end of the channel's link, not its name.",
    ],
  ],
  [
    "a chat that is neither",
    { "accounts[0].chat": [{ type: "irc" }] },
    ["accounts[0].chat[0].type", '"irc" is not known here.', "one of: slack, teams", "Choose one of them."],
  ],
  [
    "a severity that does not exist",
    { "accounts[0].routes": { urgent: {} } },
    [
      "accounts[0].routes.urgent",
      'There is no setting "urgent" here.',
      "one of: low, medium, high, critical",
      "Remove it.",
    ],
  ],
]);
