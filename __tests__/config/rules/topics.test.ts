import { describeWrong } from "../../support/validation";

const AT = "(in 111111111111/eu-west-1)";
const REGION = (given: string) =>
  [
    "an ARN of the target's region",
    `Write {region} in place of ${given}, or give the region one of its own in \`overrides\`.`,
  ] as const;
const PARTITION = (given: string) =>
  ["an ARN that starts with arn:aws:", `Write {partition} in place of ${given}.`] as const;

const key = (partition: string, region: string) =>
  `arn:${partition}:kms:${region}:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

describeWrong("a topic's key that does not fit", [
  [
    "of another region",
    { "accounts[0].topic": { encryption: { keyArn: key("aws", "us-east-1") } } },
    [
      "accounts[0].topic.encryption.keyArn",
      `The key is in us-east-1: a topic uses only a key of its own region. ${AT}`,
      ...REGION("us-east-1"),
    ],
  ],
  [
    "of another partition",
    { "accounts[0].topic": { encryption: { keyArn: key("aws-cn", "eu-west-1") } } },
    [
      "accounts[0].topic.encryption.keyArn",
      `The ARN is of partition aws-cn, the region of aws. ${AT}`,
      ...PARTITION("aws-cn"),
    ],
  ],
]);

describeWrong("a severity's route is looked at as the common topic is", [
  [
    "its topic",
    { "accounts[0].routes": { critical: { topic: { arn: "arn:aws:sns:us-east-1:111111111111:page" } } } },
    [
      "accounts[0].routes.critical.topic.arn",
      `The topic is in us-east-1: an alarm reaches only a topic of its own region. ${AT}`,
      ...REGION("us-east-1"),
    ],
  ],
  [
    "its endpoints",
    {
      "accounts[0].routes": {
        low: { subscriptions: [1, 2].map(() => ({ protocol: "email", endpoint: "a@b.example" })) },
      },
    },
    [
      "accounts[0].routes.low.subscriptions[1].endpoint",
      `This endpoint is subscribed before, at accounts[0].routes.low.subscriptions[0]. ${AT}`,
      "every protocol and endpoint once",
      "Remove one of the two.",
    ],
  ],
]);
