import { stackOf } from "../support/stacks";

const common = {
  filterPolicy: { severity: ["critical"] },
  filterPolicyScope: "MessageBody",
  deadLetterQueueArn: "arn:aws:sqs:eu-west-1:111111111111:dead",
};
const commonBlock = {
  topic_arn: "${aws_sns_topic.alerts.arn}",
  filter_policy: '{"severity":["critical"]}',
  filter_policy_scope: "MessageBody",
  redrive_policy: '{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:111111111111:dead"}',
};

test.each([
  { protocol: "email", endpoint: "security@acme.example", options: {}, block: {} },
  { protocol: "email-json", endpoint: "security@acme.example", options: {}, block: {} },
  {
    protocol: "https",
    endpoint: "https://acme.example/alerts",
    options: {
      rawMessageDelivery: true,
      deliveryPolicy: { healthyRetryPolicy: { numRetries: 5 } },
      endpointAutoConfirms: true,
      confirmationTimeoutInMinutes: 5,
    },
    block: {
      raw_message_delivery: true,
      delivery_policy: '{"healthyRetryPolicy":{"numRetries":5}}',
      endpoint_auto_confirms: true,
      confirmation_timeout_in_minutes: 5,
    },
  },
  { protocol: "sms", endpoint: "+491701234567", options: {}, block: {} },
  {
    protocol: "sqs",
    endpoint: "arn:aws:sqs:eu-west-1:111111111111:alerts",
    options: { rawMessageDelivery: false },
    block: { raw_message_delivery: false },
  },
  { protocol: "lambda", endpoint: "arn:aws:lambda:eu-west-1:111111111111:function:on-alert", options: {}, block: {} },
  {
    protocol: "firehose",
    endpoint: "arn:aws:firehose:eu-west-1:111111111111:deliverystream/alerts",
    options: { subscriptionRoleArn: "arn:aws:iam::111111111111:role/sns", rawMessageDelivery: true },
    block: { subscription_role_arn: "arn:aws:iam::111111111111:role/sns", raw_message_delivery: true },
  },
])("$protocol is subscribed with all of its options", ({ protocol, endpoint, options, block }) => {
  const { resource } = stackOf({ "accounts[0].subscriptions": [{ protocol, endpoint, ...common, ...options }] });
  expect(Object.entries(resource.aws_sns_topic_subscription)).toEqual([
    [expect.stringMatching(`^${protocol}_[0-9a-f]{8}$`), { protocol, endpoint, ...commonBlock, ...block }],
  ]);
});

test("without subscriptions there is none", () => {
  expect(stackOf().resource).not.toHaveProperty("aws_sns_topic_subscription");
});
