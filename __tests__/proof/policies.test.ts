import { hubFleet, type Raw } from "../support/fleet";
import { type Request, simulate } from "../support/simulate";
import { stacksOf } from "../support/stacks";

const HUB = "999999999999";
const MEMBERS = ["111111111111", "222222222222", HUB];
const STRANGER = "555555555555";
const TOPIC = `arn:aws:sns:eu-west-1:${HUB}:KMSCustomerKeyEvents`;
const KEY = `arn:aws:kms:eu-west-1:${HUB}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const BREAK_GLASS = ["arn:aws:iam::{account}:role/break-glass", "arn:aws:iam::{account}:role/emergency/*"];

const { resource }: Raw = stacksOf(hubFleet({ "defaults.breakGlassRoles": BREAK_GLASS }))[`keywatch-${HUB}-eu-west-1`];
const topicPolicy = JSON.parse(resource.aws_sns_topic_policy.alerts.policy);
const keyPolicy = JSON.parse(resource.aws_kms_key.alerts.policy);

const ALLOWED = "Allowed";
const REFUSED = expect.stringMatching(/^(Implicitly|Explicitly)Denied$/);

/** An alarm or rule as the service says who made it call. */
const alarm = (account: string, region = "eu-west-1", partition = "aws") => ({
  "aws:SourceAccount": account,
  "aws:SourceArn": `arn:${partition}:cloudwatch:${region}:${account}:alarm:KMSCustomerKeyDisableOrDeleteAlarm`,
  "aws:SecureTransport": "true",
});
const rule = (account: string, region = "eu-west-1", partition = "aws") => ({
  "aws:SourceAccount": account,
  "aws:SourceArn": `arn:${partition}:events:${region}:${account}:rule/keywatch`,
  "aws:SecureTransport": "true",
});

const PUBLISHERS = [
  { service: "cloudwatch.amazonaws.com", source: alarm },
  { service: "events.amazonaws.com", source: rule },
];

const publishing = (service: string, context: Request["context"]) =>
  simulate(topicPolicy, { principal: service, action: "sns:Publish", resource: TOPIC, owner: HUB, context });

describe("the topic's policy, asked by alarms,", () => {
  test.each(MEMBERS)("lets in %s", async (account) => {
    expect(await publishing("cloudwatch.amazonaws.com", alarm(account))).toBe(ALLOWED);
  });

  test.each([
    ["an account outside the fleet", alarm(STRANGER)],
    ["another partition", alarm("111111111111", "cn-north-1", "aws-cn")],
    ["another region", alarm("111111111111", "us-east-1")],
    ["a call without TLS", { ...alarm("111111111111"), "aws:SecureTransport": "false" }],
    ["a call that does not say for whom", { "aws:SecureTransport": "true" }],
    [
      "something else of a member than an alarm",
      { ...alarm("111111111111"), "aws:SourceArn": "arn:aws:sns:eu-west-1:111111111111:other" },
    ],
  ])("keeps out %s", async (_, context) => {
    expect(await publishing("cloudwatch.amazonaws.com", context)).toEqual(REFUSED);
  });
});

describe("the topic's policy, asked by rules,", () => {
  test.each([
    ...MEMBERS.map((account): [string, Request["context"]] => [`a rule of ${account}`, rule(account)]),
    ["a call that does not say for whom", { "aws:SecureTransport": "true" }],
  ])("lets in %s", async (_, context) => {
    expect(await publishing("events.amazonaws.com", context)).toBe(ALLOWED);
  });

  test.each([
    ["an account outside the fleet", rule(STRANGER)],
    [
      "an account outside the fleet that does not name its rule",
      { "aws:SourceAccount": STRANGER, "aws:SecureTransport": "true" },
    ],
    ["another partition", rule("111111111111", "cn-north-1", "aws-cn")],
    ["another region", rule("111111111111", "us-east-1")],
    [
      "something else of a member than a rule",
      { ...rule("111111111111"), "aws:SourceArn": "arn:aws:sns:eu-west-1:111111111111:other" },
    ],
    ["a call without TLS", { "aws:SecureTransport": "false" }],
  ])("keeps out %s", async (_, context) => {
    expect(await publishing("events.amazonaws.com", context)).toEqual(REFUSED);
  });
});

test.each(PUBLISHERS)("$service may do nothing else with the topic", async ({ service, source }) => {
  for (const action of ["sns:Subscribe", "sns:SetTopicAttributes", "sns:DeleteTopic"]) {
    const request = { principal: service, action, resource: TOPIC, owner: HUB, context: source(HUB) };
    expect(await simulate(topicPolicy, request)).toEqual(REFUSED);
  }
});

test("no other service may publish for a member", async () => {
  const request = { principal: "s3.amazonaws.com", action: "sns:Publish", resource: TOPIC, owner: HUB };
  expect(await simulate(topicPolicy, { ...request, context: alarm("111111111111") })).toEqual(REFUSED);
});

describe("the subscriptions of the topic", () => {
  const listing = (principal: string) =>
    simulate(topicPolicy, {
      principal,
      action: "sns:ListSubscriptionsByTopic",
      resource: TOPIC,
      owner: HUB,
      context: { "aws:PrincipalArn": principal, "aws:PrincipalAccount": principal.split(":")[4] ?? "" },
      administrator: true,
    });
  const securityHub = (account: string) =>
    `arn:aws:iam::${account}:role/aws-service-role/securityhub.amazonaws.com/AWSServiceRoleForSecurityHub`;

  test.each(MEMBERS)("are seen by Security Hub of %s", async (account) => {
    expect(await listing(securityHub(account))).toBe(ALLOWED);
  });

  test.each([
    ["Security Hub of a stranger", securityHub(STRANGER)],
    ["another role of a member", "arn:aws:iam::111111111111:role/administrator"],
    ["a role of a member that calls itself so", "arn:aws:iam::111111111111:role/AWSServiceRoleForSecurityHub"],
  ])("are not seen by %s", async (_, principal) => {
    expect(await listing(principal)).toEqual(REFUSED);
  });
});

describe("the key's policy", () => {
  const using = (service: string, action: string, context: Request["context"]) =>
    simulate(keyPolicy, { principal: service, action, resource: KEY, owner: HUB, context });
  const USE = ["kms:Decrypt", "kms:GenerateDataKey"];

  test.each(MEMBERS)("lets alarms of %s use it", async (account) => {
    for (const action of USE) expect(await using("cloudwatch.amazonaws.com", action, alarm(account))).toBe(ALLOWED);
  });

  test("lets rules use it, of which EventBridge does not say whose they are", async () => {
    for (const action of USE) {
      expect(await using("events.amazonaws.com", action, { "aws:SecureTransport": "true" })).toBe(ALLOWED);
    }
  });

  test.each([
    ["an account outside the fleet", alarm(STRANGER)],
    ["another partition", alarm("111111111111", "cn-north-1", "aws-cn")],
    ["another region", alarm("111111111111", "us-east-1")],
    ["nobody in particular", {}],
  ])("keeps out alarms of %s", async (_, context) => {
    for (const action of USE) expect(await using("cloudwatch.amazonaws.com", action, context)).toEqual(REFUSED);
  });

  test.each(PUBLISHERS)("lets $service do no more than use it", async ({ service, source }) => {
    for (const action of ["kms:DisableKey", "kms:ScheduleKeyDeletion", "kms:PutKeyPolicy", "kms:CreateGrant"]) {
      expect(await using(service, action, source("111111111111"))).toEqual(REFUSED);
    }
  });
});

describe.each(["kms:DisableKey", "kms:ScheduleKeyDeletion", "kms:PutKeyPolicy"])("%s of the topic's key", (action) => {
  const asked = (role: string, account = HUB) => {
    const principal = `arn:aws:iam::${account}:role/${role}`;
    const context = { "aws:PrincipalArn": principal };
    return simulate(keyPolicy, { principal, action, resource: KEY, owner: HUB, context, administrator: true });
  };

  test.each(["keywatch-deploy", "break-glass", "emergency/on-call"])("is open to %s", async (role) => {
    expect(await asked(role)).toBe(ALLOWED);
  });

  test.each(["administrator", "OrganizationAccountAccessRole", "path/keywatch-deploy", "break-glass-2"])(
    "is closed to %s, though its own policies allow everything",
    async (role) => {
      expect(await asked(role)).toBe("ExplicitlyDenied");
    },
  );

  test("is closed to a role of the same name in another account", async () => {
    expect(await asked("keywatch-deploy", STRANGER)).toEqual(REFUSED);
  });
});

test.each(["kms:DescribeKey", "kms:TagResource", "kms:EnableKeyRotation", "kms:EnableKey", "kms:CancelKeyDeletion"])(
  "%s of the topic's key is left to every administrator of its account",
  async (action) => {
    const principal = `arn:aws:iam::${HUB}:role/administrator`;
    const context = { "aws:PrincipalArn": principal };
    const request = { principal, action, resource: KEY, owner: HUB, context };
    expect(await simulate(keyPolicy, { ...request, administrator: true })).toBe(ALLOWED);
    expect(await simulate(keyPolicy, request)).toEqual(REFUSED);
  },
);
