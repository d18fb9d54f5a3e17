import type { Target } from "../../modules/fleet";
import { type Changes, hubFleet } from "../support/fleet";
import { targetOf, targetsOf } from "../support/targets";

const on = { "defaults.fastPath": true };
const [HUB, MEMBER] = ["999999999999", "111111111111"];
const inHub = (account: string, changes: Changes = on) =>
  targetsOf(hubFleet(changes)).find((target) => target.account.id === account) as Target;
const topicsOf = ({ fastPath }: Target) =>
  Object.fromEntries((fastPath?.rules ?? []).map(({ address, topic }) => [address, topic]));

test("it is off unless the config says otherwise, and the nearest layer decides", () => {
  expect(targetOf().fastPath).toBeUndefined();
  expect(targetOf({ ...on, "accounts[0].fastPath": false }).fastPath).toBeUndefined();
  const override = { "accounts[0].overrides": { "eu-west-1": { fastPath: true } }, "accounts[0].fastPath": false };
  expect(targetOf(override).fastPath).toBeDefined();
});

test("an account's own events go to its topic, or to that of their severity", () => {
  expect(new Set(Object.values(topicsOf(targetOf(on))))).toEqual(new Set(["alerts"]));
  expect(topicsOf(targetOf({ ...on, "accounts[0].routes": { critical: {}, low: {} } }))).toEqual({
    event_key_deletion_scheduled: "alerts_critical",
    event_key_deletion_awaits_replicas: "alerts_critical",
    event_key_disabled: "alerts_critical",
    event_key_material_deleted: "alerts_critical",
    event_key_attempt_refused: "alerts",
    event_key_deleted: "alerts_critical",
    event_key_material_expired: "alerts_critical",
    event_key_rescued: "alerts_low",
  });
});

test("a member of a hub sends its events on and has no rule beside", () => {
  expect(inHub(MEMBER).fastPath).toMatchObject({
    rules: [],
    relay: {
      name: "keywatch-relay",
      busArn: "arn:aws:events:eu-west-1:999999999999:event-bus/keywatch-keys",
      role: "keywatch-111111111111-eu-west-1-relay",
    },
    undelivered: { senders: ["arn:aws:events:eu-west-1:111111111111:rule/keywatch-relay"] },
  });
  expect(inHub(MEMBER).dependsOn).toEqual(["keywatch-999999999999-eu-west-1"]);
});

test("a hub lets in exactly the accounts that send, and tells of its own events too", () => {
  const { bus, rules, relay, undelivered } = inHub(HUB).fastPath ?? {};
  expect(bus).toEqual({
    name: "keywatch-keys",
    arn: "arn:aws:events:eu-west-1:999999999999:event-bus/keywatch-keys",
    senders: ["111111111111", "222222222222"],
  });
  expect(relay).toBeUndefined();
  expect(rules?.map(({ bus }) => bus)).toEqual([...Array(8).fill(undefined), ...Array(8).fill("keywatch-keys")]);
  expect(undelivered?.senders).toContain("arn:aws:events:eu-west-1:999999999999:rule/keywatch-key-disabled");
  expect(undelivered?.senders).toContain(
    "arn:aws:events:eu-west-1:999999999999:rule/keywatch-keys/keywatch-key-disabled",
  );
});

test("a hub whose own fast path is off listens to its members all the same", () => {
  const { bus, rules } = inHub(HUB, { "accounts[0].fastPath": true }).fastPath ?? {};
  expect(bus?.senders).toEqual(["111111111111"]);
  expect(new Set(rules?.map(({ bus }) => bus))).toEqual(new Set(["keywatch-keys"]));
});

test("messages of members go to the hub's topics, as its own routes have it", () => {
  const topics = topicsOf(inHub(HUB, { ...on, "accounts[2].routes": { critical: {} } }));
  expect([topics.hub_event_key_disabled, topics.hub_event_key_rescued]).toEqual(["alerts_critical", "alerts"]);
});

test("renaming an account changes what messages say and nothing else", () => {
  const renamed = targetOf({ ...on, "accounts[0].name": "payments" }).fastPath;
  const before = targetOf(on).fastPath;
  expect(renamed?.rules.map(({ message: _, ...rule }) => rule)).toEqual(
    before?.rules.map(({ message: _, ...rule }) => rule),
  );
  expect(renamed?.rules[0]?.message.text).toContain("payments (111111111111)");
});

test("names fit into what AWS takes, for the longest name of a fleet and of a region", () => {
  const long = "a".repeat(30);
  const region = "ap-southeast-1";
  const { fastPath } = targetOf({ ...on, name: long, "accounts[0].regions": [region] });
  expect(Math.max(...(fastPath?.rules ?? []).map(({ name }) => name.length))).toBeLessThanOrEqual(64);
  const [member] = targetsOf(hubFleet({ ...on, name: long, "defaults.regions": [region] }));
  expect(member?.fastPath?.relay?.role.length).toBeLessThanOrEqual(64);
});
