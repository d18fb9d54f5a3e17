import { describeRight, describeWrong, type WrongRow } from "../../support/validation";

const subscribed = (subscription: unknown) => ({ "accounts[0].subscriptions": [subscription] });
const ENDPOINT = "accounts[0].subscriptions[0].endpoint";
const arnLike = (example: string) =>
  [
    `an ARN such as ${example}`,
    "Copy the ARN from the AWS console; {account}, {region} and {partition} may stand for their parts.",
  ] as const;

const EMAIL = [
  "an email address",
  "Write one address, such as security@acme.example, without a display name.",
] as const;

/** What an endpoint of each protocol must be, some that are not, and one that is. */
const ENDPOINTS = [
  {
    protocol: "email",
    says: EMAIL,
    wrong: ["security", "Security <security@acme.example>", "a@b.example, c@d.example", "https://acme.example"],
    right: "security@acme.example",
  },
  { protocol: "email-json", says: EMAIL, wrong: ["", "security@"], right: "security+kms@acme.example" },
  {
    protocol: "https",
    says: ["a URL that starts with https://", "Give the full https URL of the endpoint; plain http is not offered."],
    wrong: ["http://acme.example/alerts", "acme.example", "https://"],
    right: "https://acme.example/alerts?from=keywatch@acme.example",
  },
  {
    protocol: "sms",
    says: ["a phone number in E.164 form, such as +491701234567", "Write + and the country code, then digits alone."],
    wrong: ["01701234567", "+0170123456", "+49 170 1234567", "+49", "+1234567890123456"],
    right: "+491701234567",
  },
  {
    protocol: "sqs",
    says: arnLike("arn:aws:sqs:eu-west-1:111111111111:alerts"),
    wrong: ["https://sqs.eu-west-1.amazonaws.com/1/alerts", "arn:aws:sns:eu-west-1:111111111111:alerts"],
    right: "arn:aws:sqs:{region}:{account}:alerts",
  },
  {
    protocol: "lambda",
    says: arnLike("arn:aws:lambda:eu-west-1:111111111111:function:on-alert"),
    wrong: ["on-alert", "arn:aws:lambda:eu-west-1:111111111111:layer:on-alert"],
    right: "arn:aws:lambda:eu-west-1:111111111111:function:on-alert:live",
  },
  {
    protocol: "firehose",
    says: arnLike("arn:aws:firehose:eu-west-1:111111111111:deliverystream/alerts"),
    wrong: ["alerts", "arn:aws:kinesis:eu-west-1:111111111111:stream/alerts"],
    right: "arn:aws:firehose:eu-west-1:111111111111:deliverystream/alerts",
    further: { subscriptionRoleArn: "arn:aws:iam::111111111111:role/sns-to-firehose" },
  },
] as const;

describeWrong(
  "endpoints that do not fit their protocol",
  ENDPOINTS.flatMap(({ protocol, says: [expected, remedy], wrong, ...rest }) =>
    wrong.map(
      (endpoint): WrongRow => [
        `${protocol} to ${JSON.stringify(endpoint)}`,
        subscribed({ protocol, endpoint, ...("further" in rest ? rest.further : {}) }),
        [ENDPOINT, `${JSON.stringify(endpoint)} cannot stand here.`, expected, remedy],
      ],
    ),
  ),
);

describeRight(
  "endpoints that fit their protocol",
  ENDPOINTS.flatMap(({ protocol, right, ...rest }) => {
    const further = "further" in rest ? rest.further : {};
    return [
      [`${protocol} to ${right}`, subscribed({ protocol, endpoint: right, ...further })],
      [`${protocol} from the environment`, subscribed({ protocol, endpoint: { fromEnv: "_TO2" }, ...further })],
    ] as const;
  }),
);

const https = { protocol: "https", endpoint: "https://acme.example" };
const PROTOCOLS = "one of: email, email-json, https, sms, sqs, lambda, firehose";
const option = (name: string, value: unknown, message: string, expected: string, remedy: string) =>
  [
    subscribed({ ...https, [name]: value }),
    [`accounts[0].subscriptions[0].${name}`, message, expected, remedy],
  ] as const;
const MINUTES = ["minutes: a whole number from 1 to 1440", "Write a number from 1 to 1440."] as const;
const GROUP = ["a group of settings ({ ... })", "Write a group of settings ({ ... })."] as const;

describeWrong("what is wrong with subscriptions", [
  [
    "a misspelt protocol",
    subscribed({ protocol: "emial", endpoint: "a@b.example" }),
    ["accounts[0].subscriptions[0].protocol", '"emial" is not known here.', PROTOCOLS, "Did you mean email?"],
  ],
  [
    "plain http",
    subscribed({ protocol: "http", endpoint: "http://acme.example" }),
    ["accounts[0].subscriptions[0].protocol", '"http" is not known here.', PROTOCOLS, "Did you mean https?"],
  ],
  [
    "a password in a URL",
    subscribed({ protocol: "https", endpoint: "https://keywatch:secret@acme.example/alerts" }),
    [
      "accounts[0].subscriptions[0].endpoint",
      '"https://keywatch:secret@acme.example/alerts" cannot stand here.',
      "a URL without a user and a password",
      'They would stand in the file and in every plan. Write { fromEnv: "ALERT_WEBHOOK" } and give the whole URL as TF_VAR_ALERT_WEBHOOK.',
    ],
  ],
  [
    "no protocol",
    subscribed({ endpoint: "a@b.example" }),
    ["accounts[0].subscriptions[0].protocol", '"protocol" is missing.', PROTOCOLS, "Choose one of them."],
  ],
  [
    "no endpoint, of which the protocol's own is asked",
    subscribed({ protocol: "sqs" }),
    [ENDPOINT, '"endpoint" is missing.', "a text: ARN of a queue.", "Add endpoint."],
  ],
  [
    "an endpoint alone",
    subscribed("security@acme.example"),
    ["accounts[0].subscriptions[0]", '"security@acme.example" is a text.', ...GROUP],
  ],
  [
    "a variable's name misspelt",
    subscribed({ protocol: "email", endpoint: { fromenv: "TO" } }),
    [
      `${ENDPOINT}.fromEnv`,
      '"fromEnv" is missing.',
      "a text: Name of the Terraform variable; its value comes from the environment as `TF_VAR_<name>`.",
      "Add fromEnv.",
    ],
    [`${ENDPOINT}.fromenv`, 'There is no setting "fromenv" here.', "one of: fromEnv", "Did you mean fromEnv?"],
  ],
  [
    "firehose without the role that it needs",
    subscribed({ protocol: "firehose", endpoint: ENDPOINTS[6].right }),
    [
      "accounts[0].subscriptions[0].subscriptionRoleArn",
      '"subscriptionRoleArn" is missing.',
      "a text: Role with which SNS writes to the stream.",
      "Add subscriptionRoleArn.",
    ],
  ],
  [
    "an option that the protocol does not have",
    subscribed({ protocol: "email", endpoint: "a@b.example", rawMessageDelivery: true }),
    [
      "accounts[0].subscriptions[0].rawMessageDelivery",
      'There is no setting "rawMessageDelivery" here.',
      "one of: protocol, endpoint, filterPolicy, filterPolicyScope, deadLetterQueueArn",
      "Remove it.",
    ],
  ],
  ["a filter policy as text", ...option("filterPolicy", "{}", '"{}" is a text.', ...GROUP)],
  [
    "an unknown scope",
    ...option(
      "filterPolicyScope",
      "MessageBdy",
      '"MessageBdy" is not known here.',
      "one of: MessageAttributes, MessageBody",
      "Did you mean MessageBody?",
    ),
  ],
  [
    "a dead letter queue that is a topic",
    ...option(
      "deadLetterQueueArn",
      "arn:aws:sns:eu-west-1:111111111111:dlq",
      '"arn:aws:sns:eu-west-1:111111111111:dlq" cannot stand here.',
      ...arnLike("arn:aws:sqs:eu-west-1:111111111111:alerts-dlq"),
    ),
  ],
  ["no minute of patience", ...option("confirmationTimeoutInMinutes", 0, "0 cannot stand here.", ...MINUTES)],
  [
    "more than a day of patience",
    ...option("confirmationTimeoutInMinutes", 1441, "1441 cannot stand here.", ...MINUTES),
  ],
  ["half a minute of patience", ...option("confirmationTimeoutInMinutes", 1.5, "1.5 cannot stand here.", ...MINUTES)],
  [
    "raw delivery as text",
    ...option("rawMessageDelivery", "yes", '"yes" is a text.', "true or false", "Write true or false."),
  ],
]);
