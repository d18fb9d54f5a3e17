import { prove } from "../../modules/proof";
import { type Changes, smallFleet } from "../support/fleet";
import { synthesized } from "../support/synthesized";

const SUBSCRIBED = { "accounts[0].subscriptions": [{ protocol: "email", endpoint: "security@acme.example" }] };
const alarm = {
  stack: "keywatch-111111111111-eu-west-1",
  address: "aws_cloudwatch_metric_alarm.cis_4_7",
  account: "111111111111",
};
const proofOf = (changes: Changes) => prove(synthesized(smallFleet({ ...SUBSCRIBED, ...changes })));

const KEY = "arn:aws:kms:eu-west-1:999999999999:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const TOPIC = "arn:aws:sns:eu-west-1:999999999999:security";
const FUNCTION = "arn:aws:lambda:eu-west-1:111111111111:function:page";
const OWN_TOPIC = "arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents";

/** ARNs name a single account, and stand for several with a wildcard. */
const anyOf = (accounts: readonly string[]) => (accounts.length === 1 ? accounts[0] : "*");

/** What the key of a topic must let in, for alarms and rules of one account. */
const keyStatements = (accounts: readonly string[]) => [
  {
    Sid: "AlarmsUse",
    Effect: "Allow",
    Principal: { Service: "cloudwatch.amazonaws.com" },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
    Condition: {
      StringEquals: { "aws:SourceAccount": accounts },
      ArnLike: { "aws:SourceArn": `arn:aws:cloudwatch:eu-west-1:${anyOf(accounts)}:alarm:*` },
    },
  },
  {
    Sid: "RulesUse",
    Effect: "Allow",
    Principal: { Service: "events.amazonaws.com" },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
  },
];

const publish = (Sid: string, Service: string, Condition: object) => ({
  Sid,
  Effect: "Allow",
  Principal: { Service },
  Action: "sns:Publish",
  Resource: TOPIC,
  Condition,
});
const topicStatements = (accounts: readonly string[]) => [
  publish("AlarmsPublish", "cloudwatch.amazonaws.com", {
    StringEquals: { "aws:SourceAccount": accounts },
    ArnLike: { "aws:SourceArn": `arn:aws:cloudwatch:eu-west-1:${anyOf(accounts)}:alarm:*` },
  }),
  publish("RulesPublish", "events.amazonaws.com", {
    StringEqualsIfExists: { "aws:SourceAccount": accounts },
    ArnLikeIfExists: { "aws:SourceArn": `arn:aws:events:eu-west-1:${anyOf(accounts)}:rule/*` },
  }),
];

const ACCOUNT = ["111111111111"];

test.each([
  {
    what: "a topic outside the fleet",
    changes: { "accounts[0].topic": { arn: TOPIC } },
    open: { kind: "existing-topic", arn: TOPIC },
    additions: [
      { policy: "topic", statements: topicStatements(ACCOUNT) },
      { policy: "key", ifEncrypted: true, statements: keyStatements(ACCOUNT) },
    ],
    proven: 0,
  },
  {
    what: "a key outside the fleet",
    changes: { "accounts[0].topic": { encryption: { keyArn: KEY } } },
    open: { kind: "existing-key", arn: KEY },
    additions: [{ policy: "key", statements: keyStatements(ACCOUNT) }],
    proven: 0,
  },
  {
    what: "an action that is no topic",
    changes: { "accounts[0].actions": { alarm: [FUNCTION] } },
    open: { kind: "other-action", arn: FUNCTION },
    additions: [],
    proven: 1,
  },
  {
    what: "an alarm whose actions are switched off",
    changes: { "accounts[0].controls": { "cis-4.7": { alarm: { actionsEnabled: false } } } },
    open: { kind: "silenced" },
    additions: [],
    proven: 0,
  },
  {
    what: "a topic that nobody is subscribed to",
    changes: { "accounts[0].subscriptions": undefined },
    open: { kind: "no-subscription", arn: OWN_TOPIC },
    additions: [],
    proven: 1,
  },
])("$what is told, with what its owner must ensure", ({ changes, open, additions, proven }) => {
  expect(proofOf(changes)).toEqual({ broken: [], unproven: [{ open, paths: [alarm], additions }], proven });
});

test("a topic outside that several accounts use is told once, with all of them in its statements", () => {
  const account = (id: string) => ({ id, name: id, regions: ["eu-west-1"], trail: { logGroup: "trail" } });
  const accounts = ["222222222222", "111111111111"];
  const { unproven } = prove(
    synthesized({ name: "keywatch", defaults: { topic: { arn: TOPIC } }, accounts: accounts.map(account) }),
  );
  expect(unproven).toHaveLength(1);
  expect(unproven[0]?.additions[0]).toEqual({ policy: "topic", statements: topicStatements(accounts.toSorted()) });
});

test("a chat channel hears a topic as a subscription does", () => {
  const chat = {
    type: "slack",
    workspaceId: "T07EA123LEP",
    channelId: "C07EZ1ABC23",
    roleArn: "arn:aws:iam::{account}:role/keywatch-chat",
  };
  const changes = { "accounts[0].subscriptions": undefined, "accounts[0].chat": [chat] };
  expect(proofOf(changes)).toEqual({ broken: [], unproven: [], proven: 1 });
});

test("an unencrypted topic has no key to prove", () => {
  expect(proofOf({ "accounts[0].topic": { encryption: "none" } })).toEqual({ broken: [], unproven: [], proven: 1 });
});
