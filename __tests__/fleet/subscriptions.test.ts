import { targetOf } from "../support/targets";

const subscriptionsOf = (...subscriptions: readonly object[]) =>
  targetOf({ "accounts[0].subscriptions": subscriptions }).topics[0]?.subscriptions ?? [];

test("placeholders in ARNs are filled in, policies become JSON texts", () => {
  const [subscription] = subscriptionsOf({
    protocol: "firehose",
    endpoint: "arn:{partition}:firehose:{region}:{account}:deliverystream/alerts",
    subscriptionRoleArn: "arn:{partition}:iam::{account}:role/sns",
    deadLetterQueueArn: "arn:{partition}:sqs:{region}:{account}:dead",
    filterPolicy: { "{account}": ["x"] },
    filterPolicyScope: "MessageBody",
    rawMessageDelivery: true,
  });
  expect(subscription).toEqual({
    address: expect.stringMatching(/^firehose_[0-9a-f]{8}$/),
    protocol: "firehose",
    endpoint: "arn:aws:firehose:eu-west-1:111111111111:deliverystream/alerts",
    subscriptionRoleArn: "arn:aws:iam::111111111111:role/sns",
    redrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:111111111111:dead"}',
    filterPolicy: '{"{account}":["x"]}',
    filterPolicyScope: "MessageBody",
    rawMessageDelivery: true,
  });
});

test("an endpoint that is no ARN stays as it was written", () => {
  const [subscription] = subscriptionsOf({ protocol: "https", endpoint: "https://acme.example/{account}" });
  expect(subscription?.endpoint).toBe("https://acme.example/{account}");
});

test("what is false or empty is not lost", () => {
  const [subscription] = subscriptionsOf({
    protocol: "https",
    endpoint: "https://acme.example",
    rawMessageDelivery: false,
    endpointAutoConfirms: false,
    filterPolicy: {},
    deliveryPolicy: {},
  });
  expect(subscription).toMatchObject({
    rawMessageDelivery: false,
    endpointAutoConfirms: false,
    filterPolicy: "{}",
    deliveryPolicy: "{}",
  });
});

test("the order of the config does not count", () => {
  const all = ["a@b.example", "c@d.example", "e@f.example"].map((endpoint) => ({ protocol: "email", endpoint }));
  expect(subscriptionsOf(...all.toReversed())).toEqual(subscriptionsOf(...all));
});

test("an address is that of the filled in endpoint, or of the variable's name", () => {
  const addresses = (...endpoints: readonly unknown[]) =>
    subscriptionsOf(...endpoints.map((endpoint) => ({ protocol: "sqs", endpoint }))).map(({ address }) => address);
  expect(addresses("arn:aws:sqs:{region}:{account}:q")).toEqual(addresses("arn:aws:sqs:eu-west-1:111111111111:q"));
  expect(addresses({ fromEnv: "QUEUE" })).not.toEqual(addresses({ fromEnv: "QUEUE2" }));
});
