import type { AdvancedFieldSelector } from "@aws-sdk/client-cloudtrail";
import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import { LINKS } from "../../../modules/cli/audit/judge";
import type { Step } from "../../../modules/cli/audit/result";
import type { Seen, SeenRule, SeenTopic } from "../../../modules/cli/audit/seen";
import type { Changes } from "../../support/fleet";
import { targetOf } from "../../support/targets";
import { AT, findings, healthy, healthyTrail, judged, KEY, seen, unseen } from "./healthy";

const CHAT_ROLE = "arn:aws:iam::111111111111:role/chat";
const subscriptions = [{ protocol: "email", endpoint: "security@acme.example" }];
const chat = [{ type: "slack", workspaceId: "T0123456789", channelId: "C0123456789", roleArn: CHAT_ROLE }];
const switchedOn = { fastPath: true, liveness: true, dashboard: true, queries: true };
const everything = { subscriptions, chat, permissionsBoundary: "keywatch-boundary", ...switchedOn };
/** Of hubs, their members and the stack of an organization alone. */
const ELSEWHERE = /^(alarm-further-actions|bus-.*|stack-set-.*)$/;
const account = (changes: Changes) =>
  targetOf(Object.fromEntries(Object.entries(changes).map(([key, value]) => [`accounts[0].${key}`, value])));
const target = account(everything);
const whole = healthy(target);
const ALARM = target.controls[0]?.alarm.name ?? "";
const TOPIC = target.topics[0]?.arn ?? "";
const FOREIGN = "arn:aws:sns:eu-west-1:999999999999:shared";

const topicWith = (of: Seen, changes: Partial<SeenTopic>): Seen => {
  const topic = of.topics.get("alerts") as SeenTopic;
  return { ...of, topics: new Map([["alerts", { ...topic, ...changes }]]) };
};
const withAlarms = (of: Seen, changes: Partial<MetricAlarm>): Seen => {
  const alarms = of.alarms.ok ? [...of.alarms.value] : [];
  return { ...of, alarms: seen(new Map(alarms.map(([name, alarm]) => [name, { ...alarm, ...changes }]))) };
};
const alarmWith = (name: string, changes: Partial<MetricAlarm>): Seen => {
  const alarms = whole.alarms.ok ? [...whole.alarms.value] : [];
  const changed = alarms.map(([key, alarm]) => [key, key === name ? { ...alarm, ...changes } : alarm] as const);
  return { ...whole, alarms: seen(new Map(changed)) };
};
const action = (last: Parameters<typeof seen>[0]): Seen =>
  ({ ...whole, actions: new Map([[ALARM, seen(last)]]) }) as Seen;
const trailsOf = (...feeding: ReturnType<typeof healthyTrail>[]): Seen => ({
  ...whole,
  trails: seen({ feeding, others: [] }),
});
const advanced = (...FieldSelectors: AdvancedFieldSelector[]): Seen =>
  trailsOf({
    ...healthyTrail(target),
    selectors: seen({ AdvancedEventSelectors: [{ FieldSelectors }], EventSelectors: undefined }),
  });
const ruleWith = (changes: Partial<SeenRule> | undefined): Seen => {
  const { fastPath } = whole;
  const [first, ...others] = fastPath?.rules ?? [];
  const [name, answer] = first ?? [];
  if (!fastPath || !name || !answer?.ok || !answer.value) throw new Error("There is no rule.");
  const rules = new Map([[name, seen(changes && { ...answer.value, ...changes })], ...others]);
  return { ...whole, fastPath: { ...fastPath, rules } };
};
const withoutStatement = (sid: string): string => {
  const { attributes } = whole.topics.get("alerts") as SeenTopic;
  const policy = JSON.parse((attributes.ok && attributes.value?.Policy) || "{}");
  return JSON.stringify({ ...policy, Statement: policy.Statement.filter(({ Sid }: { Sid: string }) => Sid !== sid) });
};
const management = { Field: "eventCategory", Equals: ["Management"] };

test("a target in order has no finding, and passes every step that it has", () => {
  const steps = judged(target, whole);
  const wanted = LINKS.flatMap((link) => Object.keys(link.steps)).filter((id) => !ELSEWHERE.test(id));
  expect(findings(steps)).toEqual([]);
  expect([...new Set(steps.map(({ id }) => id))]).toEqual(wanted);
  expect(steps.every(({ at, title, evidence }) => at === AT && title && evidence)).toBe(true);
});

test("every step has a title, what is expected and a remedy, each a sentence or a command", () => {
  const specs = LINKS.flatMap(({ steps }) => Object.values(steps));
  expect(specs.length).toBeGreaterThan(25);
  for (const { title, expected, remedy } of specs) {
    expect(title).not.toMatch(/\.$/);
    expect(expected).toMatch(/\.$/);
    expect(remedy).toMatch(/\.$/);
  }
});

test.each<[string, Seen, readonly string[]]>([
  [
    "an action that failed is the newest",
    action({ at: AT, succeeded: false, summary: "Failed to execute action" }),
    ["fail alarm-delivered"],
  ],
  ["the newest action succeeded", action({ at: AT, succeeded: true, summary: "Successfully executed action" }), []],
  [
    "the history cannot be read",
    { ...whole, actions: new Map([[ALARM, unseen("denied")]]) },
    ["unknown alarm-delivered"],
  ],
  ["an advanced selector records management events", advanced(management), ["warn trail-classic-selector"]],
  [
    "an advanced selector records what is written",
    advanced(management, { Field: "readOnly", Equals: ["false"] }),
    ["fail trail-management-events", "warn trail-classic-selector"],
  ],
  [
    "an advanced selector records data events",
    advanced({ Field: "eventCategory", Equals: ["Data"] }),
    ["fail trail-management-events", "warn trail-classic-selector"],
  ],
  [
    "a second trail with faults feeds the log group too",
    trailsOf(
      {
        ...healthyTrail(target),
        status: seen({ IsLogging: false, LatestCloudWatchLogsDeliveryTime: undefined }),
      } as never,
      healthyTrail(target),
    ),
    [],
  ],
  [
    "the trail has never delivered",
    trailsOf({
      ...healthyTrail(target),
      status: seen({ IsLogging: true, LatestCloudWatchLogsDeliveryTime: undefined }),
    } as never),
    ["fail trail-delivers"],
  ],
  ["the log group never expires", { ...whole, logGroup: seen({ kmsKeyId: KEY }) }, []],
  ["the log group has no key", { ...whole, logGroup: seen({ retentionInDays: 400 }) }, ["warn log-group-encrypted"]],
  ["filters cannot be read", { ...whole, filters: unseen("denied") }, ["unknown filter-exists"]],
  [
    "the policy of the topic is the one that AWS gives it",
    topicWith(whole, { attributes: seen({ KmsMasterKeyId: KEY, Policy: ofAws(TOPIC) }) }),
    ["warn topic-policy", "warn topic-policy", "warn topic-tls"],
  ],
  [
    "the topic has no policy that can be read",
    topicWith(whole, { attributes: seen({ KmsMasterKeyId: KEY, Policy: "none" }) }),
    ["fail topic-policy", "fail topic-policy", "warn topic-tls"],
  ],
  [
    "somebody else alone is subscribed",
    topicWith(whole, { subscriptions: seen([{ protocol: "email", confirmed: true, chat: false }]) }),
    ["fail subscription-confirmed", "fail chat-subscribed"],
  ],
  [
    "the key's policy cannot be read",
    {
      ...whole,
      keys: new Map([[KEY, seen({ metadata: { KeyId: KEY, KeyState: "Enabled" }, policy: unseen("denied") })]]),
    },
    ["unknown topic-key-policy"],
  ],
  ["a rule is gone", ruleWith(undefined), ["fail rule-exists"]],
  ["a rule is switched off", ruleWith({ state: "DISABLED" }), ["fail rule-enabled"]],
  ["a rule waits for something else", ruleWith({ pattern: '{"source":["aws.s3"]}' }), ["fail rule-pattern"]],
  ["a rule sends nowhere", ruleWith({ targets: [] }), ["fail rule-target"]],
  [
    "the policy of the topic lets no rule publish",
    topicWith(whole, { attributes: seen({ KmsMasterKeyId: KEY, Policy: withoutStatement("RulesPublish") }) }),
    ["fail topic-policy"],
  ],
  [
    "the target's own topic cannot be read",
    topicWith(whole, { attributes: unseen("denied"), subscriptions: unseen("denied") }),
    ["unknown topic-exists", "unknown topic-heard"],
  ],
  [
    "an alarm looks at another dimension",
    alarmWith("KeywatchTrailSilentAlarm", { Dimensions: [] }),
    ["fail alarm-metric"],
  ],
  [
    "an alarm on the alert path is muted",
    alarmWith("KeywatchTrailSilentAlarm", { ActionsEnabled: false }),
    ["fail alarm-actions-enabled"],
  ],
])("where %s", (_, of, expected) => {
  expect(findings(judged(target, of))).toEqual(expected);
});

test("a topic of another account that may not be read is a warning, and nothing is guessed of it", () => {
  const shared = account({ topic: { arn: FOREIGN } });
  const of = topicWith(healthy(shared), { attributes: unseen("denied"), subscriptions: unseen("denied") });
  const steps = judged(shared, of);
  expect(findings(steps)).toEqual(["warn topic-exists"]);
  expect(steps.find(({ id }) => id === "topic-exists")?.evidence).toBe(
    "Account 999999999999 owns it and does not let 111111111111 look.",
  );
});

test("a topic of another account that may be read is judged for the target's own alarms", () => {
  const shared = account({ topic: { arn: FOREIGN }, subscriptions });
  expect(findings(judged(shared, healthy(shared)))).toEqual([]);
});

test("an alarm that the config mutes is a warning", () => {
  const muted = account({ subscriptions, controls: { "cis-4.7": { alarm: { actionsEnabled: false } } } });
  expect(findings(judged(muted, withAlarms(healthy(muted), { ActionsEnabled: false })))).toEqual([
    "warn alarm-actions-enabled",
  ]);
});

test("further actions of the config are looked for", () => {
  const alarm = ["arn:aws:ssm:eu-west-1:111111111111:opsitem:1"];
  const more = account({ subscriptions, actions: { alarm, notifyOk: true } });
  const found = (steps: readonly Step[]) => steps.find(({ id }) => id === "alarm-further-actions");
  expect(found(judged(more, healthy(more)))?.verdict).toBe("pass");
  expect(found(judged(more, withAlarms(healthy(more), { OKActions: [] })))).toMatchObject({
    verdict: "warn",
    evidence: `It lacks ${TOPIC} when it is over.`,
  });
});

test("a secret endpoint is named by its variable, and unknown where that is not set", () => {
  const secret = account({ subscriptions: [{ protocol: "https", endpoint: { fromEnv: "HOOK" } }] });
  expect(findings(judged(secret, healthy(secret)))).toEqual([]);
  const steps = judged(secret, topicWith(healthy(secret), { unset: ["TF_VAR_HOOK"] }));
  expect(findings(steps)).toEqual(["unknown subscription-confirmed"]);
  expect(steps.at(-1)).toMatchObject({
    resource: `${TOPIC} https from HOOK`,
    evidence: "TF_VAR_HOOK is not set, so that its endpoint cannot be recognised among the subscriptions.",
  });
});

/** The policy that SNS gives a topic which is made without one. */
function ofAws(arn: string): string {
  const Statement = [
    {
      Sid: "__default_statement_ID",
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: ["SNS:GetTopicAttributes", "SNS:Subscribe", "SNS:Publish"],
      Resource: arn,
      Condition: { StringEquals: { "AWS:SourceOwner": "111111111111" } },
    },
  ];
  return JSON.stringify({ Version: "2008-10-17", Statement });
}
