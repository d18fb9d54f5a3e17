import { busPolicy } from "../../modules/monitor/fast-path/policies";
import { hubFleet } from "../support/fleet";
import { type Request, simulate } from "../support/simulate";
import { stackOf, stacksOf } from "../support/stacks";

const on = { "defaults.fastPath": true };
const MEMBER = "111111111111";
const OTHER = "222222222222";
const HUB = "999999999999";
const STRANGER = "555555555555";
const BUS = `arn:aws:events:eu-west-1:${HUB}:event-bus/keywatch-keys`;
const RELAY = `arn:aws:events:eu-west-1:${MEMBER}:rule/keywatch-relay`;
const ROLE = `arn:aws:iam::${MEMBER}:role/keywatch-${MEMBER}-eu-west-1-relay`;
const QUEUE = `arn:aws:sqs:eu-west-1:${MEMBER}:keywatch-undelivered`;

const stacks = stacksOf(hubFleet(on));
const member = stacks[`keywatch-${MEMBER}-eu-west-1`].resource;
const hub = stacks[`keywatch-${HUB}-eu-west-1`].resource;

test("nothing is made of it where it is off", () => {
  expect(Object.keys(stackOf().resource).filter((type) => /event|sqs|iam/.test(type))).toEqual([]);
});

test("a rule of an account makes a message of an event and publishes it", () => {
  const { aws_cloudwatch_event_rule, aws_cloudwatch_event_target } = stackOf(on).resource;
  expect(aws_cloudwatch_event_rule.event_key_disabled).toEqual({
    name: "keywatch-key-disabled",
    description: "A KMS key was disabled.",
    event_pattern: JSON.stringify({
      source: ["aws.kms"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: { eventSource: ["kms.amazonaws.com"], eventName: ["DisableKey"], errorCode: [{ exists: false }] },
    }),
  });
  expect(aws_cloudwatch_event_target.event_key_disabled).toEqual({
    rule: "${aws_cloudwatch_event_rule.event_key_disabled.name}",
    target_id: "topic",
    arn: "${aws_sns_topic.alerts.arn}",
    retry_policy: { maximum_event_age_in_seconds: 3600, maximum_retry_attempts: 185 },
    dead_letter_config: { arn: "${aws_sqs_queue.event_undelivered.arn}" },
    input_transformer: {
      input_paths: expect.objectContaining({ caller: "$.detail.userIdentity.arn" }),
      input_template: expect.stringContaining("payments-prod (111111111111)"),
    },
  });
});

test("what could not be delivered is kept for 14 days, and an alarm tells of it", () => {
  const { aws_sqs_queue, aws_cloudwatch_metric_alarm } = stackOf(on).resource;
  expect(aws_sqs_queue).toEqual({
    event_undelivered: {
      name: "keywatch-undelivered",
      message_retention_seconds: 1_209_600,
      sqs_managed_sse_enabled: true,
    },
  });
  expect(aws_cloudwatch_metric_alarm.event_undelivered).toMatchObject({
    namespace: "AWS/SQS",
    metric_name: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: "keywatch-undelivered" },
    statistic: "Maximum",
    threshold: 1,
    comparison_operator: "GreaterThanOrEqualToThreshold",
    alarm_actions: ["${aws_sns_topic.alerts.arn}"],
  });
});

test("a member sends its events to the bus of the hub, by a role that its permission precedes", () => {
  expect(Object.keys(member.aws_cloudwatch_event_rule)).toEqual(["event_relay"]);
  expect(member.aws_cloudwatch_event_target.event_relay).toEqual({
    rule: "${aws_cloudwatch_event_rule.event_relay.name}",
    target_id: "hub",
    arn: BUS,
    role_arn: "${aws_iam_role.event_relay.arn}",
    retry_policy: { maximum_event_age_in_seconds: 3600, maximum_retry_attempts: 185 },
    dead_letter_config: { arn: "${aws_sqs_queue.event_undelivered.arn}" },
    depends_on: ["aws_iam_role_policy.event_relay"],
  });
});

test("in the hub a rule on the bus stands beside each rule on its own events", () => {
  const { event_key_deleted, hub_event_key_deleted } = hub.aws_cloudwatch_event_rule;
  expect(hub_event_key_deleted).toEqual({
    ...event_key_deleted,
    event_bus_name: "${aws_cloudwatch_event_bus.event_hub.name}",
  });
});

const ALLOWED = "Allowed";
const REFUSED = expect.stringMatching(/^(Implicitly|Explicitly)Denied$/);

describe("the bus of the hub", () => {
  const policy = JSON.parse(hub.aws_cloudwatch_event_bus_policy.event_hub.policy);
  const sending = (account: string, action = "events:PutEvents") =>
    simulate(policy, {
      principal: `arn:aws:iam::${account}:role/relay`,
      action,
      resource: BUS,
      owner: HUB,
      context: { "aws:PrincipalAccount": account },
      administrator: true,
    });

  test.each([MEMBER, OTHER])("lets %s send", async (account) => {
    expect(await sending(account)).toBe(ALLOWED);
  });

  test("lets nobody else send, and members do nothing else", async () => {
    expect(await sending(STRANGER)).toEqual(REFUSED);
    expect(await sending(MEMBER, "events:DeleteEventBus")).toEqual(REFUSED);
  });

  test("has a policy that EventBridge takes, of 10 KB, for as many members as a hub may have", () => {
    const senders = Array.from({ length: 400 }, (_, index) => String(index).padStart(12, "0"));
    const bus = { name: "keywatch-keys", arn: BUS, senders, organization: "o-a1b2c3d4e5" };
    expect(JSON.stringify(busPolicy(bus)).length).toBeLessThanOrEqual(10_240);
  });
});

describe("the dead-letter queue", () => {
  const policy = JSON.parse(member.aws_sqs_queue_policy.event_undelivered.policy);
  const keeping = (changes: Partial<Request> = {}, context: Request["context"] = {}) =>
    simulate(policy, {
      principal: "events.amazonaws.com",
      action: "sqs:SendMessage",
      resource: QUEUE,
      owner: MEMBER,
      ...changes,
      context: { "aws:SourceArn": RELAY, "aws:SecureTransport": "true", ...context },
    });

  test("takes in what the rule could not deliver", async () => {
    expect(await keeping()).toBe(ALLOWED);
  });

  test.each([
    ["another rule", {}, { "aws:SourceArn": `arn:aws:events:eu-west-1:${MEMBER}:rule/other` }],
    ["another account's rule of the name", {}, { "aws:SourceArn": RELAY.replace(MEMBER, OTHER) }],
    ["another service", { principal: "sns.amazonaws.com" }, {}],
    ["a call without TLS", {}, { "aws:SecureTransport": "false" }],
    ["who would read it", { action: "sqs:ReceiveMessage" }, {}],
  ])("keeps out %s", async (_, changes, context) => {
    expect(await keeping(changes, context)).toEqual(REFUSED);
  });
});

test("the role of a member may be taken by its rule alone, and sends to the one bus", () => {
  const { assume_role_policy, name } = member.aws_iam_role.event_relay;
  expect(`arn:aws:iam::${MEMBER}:role/${name}`).toBe(ROLE);
  expect(JSON.parse(assume_role_policy).Statement).toEqual([
    {
      Sid: "OnlyTheRelay",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: { StringEquals: { "aws:SourceAccount": MEMBER }, ArnEquals: { "aws:SourceArn": RELAY } },
    },
  ]);
  expect(JSON.parse(member.aws_iam_role_policy.event_relay.policy).Statement).toEqual([
    { Sid: "SendToHub", Effect: "Allow", Action: "events:PutEvents", Resource: BUS },
  ]);
});
