import { hubFleet } from "../support/fleet";
import { targetOf, targetsOf } from "../support/targets";

const LIVENESS = "accounts[0].liveness";
const OTHER = "arn:aws:sns:eu-west-1:999999999999:alerts";
const livenessOf = (changes: object) => targetOf({ [LIVENESS]: true, ...changes }).liveness;
const toldBy = (changes: object) =>
  Object.fromEntries((livenessOf(changes)?.alarms ?? []).map(({ address, topics }) => [address, topics]));
const hoursOf = (setting: unknown) =>
  Object.fromEntries(
    (livenessOf({ [LIVENESS]: setting })?.alarms ?? []).map(({ check, alarm }) => [check, alarm.evaluationPeriods]),
  );

test.each([undefined, false])("with liveness: %s the path is not watched", (setting) => {
  expect(livenessOf({ [LIVENESS]: setting })).toBeUndefined();
});

test("a trail is watched by what its log group takes in", () => {
  expect(livenessOf({ "accounts[0].runbooks": "https://git.acme.example" })?.alarms[0]).toEqual({
    check: "trail-silent",
    address: "liveness_trail_silent",
    metric: { namespace: "AWS/Logs", name: "IncomingLogEvents", dimensions: { LogGroupName: "trail" } },
    alarm: {
      name: "KeywatchTrailSilentAlarm",
      description:
        "Keywatch trail-silent, account 111111111111, alarm in eu-west-1. No event has reached the trail's log group for hours: no control can fire, whatever happens to the keys. Look at the trail: aws cloudtrail get-trail-status says whether it is logging and why it cannot deliver. Until it does, watch the event history. Runbook: https://git.acme.example/trail-silent.md",
      statistic: "Sum",
      period: 3600,
      threshold: 1,
      comparison: "LessThanThreshold",
      evaluationPeriods: 6,
      missingData: "breaching",
      actionsEnabled: true,
    },
    topics: ["alerts"],
    notifyOk: false,
    further: { alarm: [], ok: [] },
  });
});

test.each([
  ["everything", true, { "trail-silent": 6, "heartbeat-missing": 3, "notifications-failed": 1 }],
  ["everything, by an empty group", {}, { "trail-silent": 6, "heartbeat-missing": 3, "notifications-failed": 1 }],
  ["more patience without a heartbeat", { heartbeat: false }, { "trail-silent": 24, "notifications-failed": 1 }],
  [
    "patience as it is given",
    { delivery: { hours: 12 }, heartbeat: { hours: 5 }, notifications: false },
    { "trail-silent": 12, "heartbeat-missing": 5 },
  ],
  [
    "given patience without a heartbeat",
    { delivery: { hours: 2 }, heartbeat: false, notifications: false },
    { "trail-silent": 2 },
  ],
  ["the heartbeat alone", { delivery: false, notifications: false }, { "heartbeat-missing": 3 }],
])("what is watched, and for how many periods: %s", (_, setting, hours) => {
  expect(hoursOf(setting)).toEqual(hours);
});

test.each([
  [{ heartbeat: false }, undefined],
  [true, "keywatch-111111111111-eu-west-1-beat"],
])("with %j the heartbeat is %s", (setting, name) => {
  expect(livenessOf({ [LIVENESS]: setting })?.heartbeat?.name).toBe(name);
});

test("actions of all alarms, and of these alone, are added", () => {
  const [alarm] =
    livenessOf({
      [LIVENESS]: { actions: ["arn:aws:sns:{region}:{account}:second"] },
      "accounts[0].actions": { alarm: ["arn:aws:ssm:{region}:{account}:opsitem:1"], notifyOk: true },
    })?.alarms ?? [];
  expect(alarm).toMatchObject({
    notifyOk: true,
    further: { alarm: ["arn:aws:ssm:eu-west-1:111111111111:opsitem:1", "arn:aws:sns:eu-west-1:111111111111:second"] },
  });
});

describe("a topic that fails to deliver", () => {
  test("is told over the other topics too, where it would have to tell it itself", () => {
    expect(toldBy({ "accounts[0].routes": { critical: {}, low: {} } })).toEqual({
      liveness_trail_silent: ["alerts_critical"],
      liveness_heartbeat_missing: ["alerts_critical"],
      liveness_notifications_failed_alerts: ["alerts", "alerts_low", "alerts_critical"],
      liveness_notifications_failed_alerts_low: ["alerts"],
      liveness_notifications_failed_alerts_critical: ["alerts"],
    });
  });

  test("is watched once where several severities share it, and cannot stand in for itself", () => {
    const shared = { arn: "arn:aws:sns:{region}:{account}:alerts" };
    expect(toldBy({ "accounts[0].topic": shared, "accounts[0].routes": { critical: { topic: shared } } })).toEqual({
      liveness_trail_silent: ["alerts_critical"],
      liveness_heartbeat_missing: ["alerts_critical"],
      liveness_notifications_failed_alerts: ["alerts"],
    });
  });

  test("is not seen from another account", () => {
    expect(Object.keys(toldBy({ "accounts[0].topic": { arn: OTHER } }))).toEqual([
      "liveness_trail_silent",
      "liveness_heartbeat_missing",
    ]);
  });

  test("is watched for what its dead-letter queues do not take, where it has some", () => {
    const deadLetterQueueArn = "arn:aws:sqs:{region}:{account}:undelivered";
    const subscriptions = [{ protocol: "email", endpoint: "a@b.example", deadLetterQueueArn }];
    expect(Object.keys(toldBy({ "accounts[0].subscriptions": subscriptions }))).toContain(
      "liveness_notifications_lost_alerts",
    );
  });
});

test("a hub that watches nothing watches its topic, and its members do not", () => {
  const checks = targetsOf(hubFleet({ "defaults.liveness": true })).map(({ account, liveness }) => [
    account.id,
    liveness?.alarms.map(({ check }) => check),
    liveness?.heartbeat !== undefined,
  ]);
  expect(checks).toEqual([
    ["111111111111", ["trail-silent", "heartbeat-missing"], true],
    ["222222222222", ["trail-silent", "heartbeat-missing"], true],
    ["999999999999", ["notifications-failed"], false],
  ]);
});

test("texts fit CloudWatch with the longest link and topic", () => {
  const alarms = livenessOf({
    "accounts[0].runbooks": `https://${"f".repeat(248)}`,
    "accounts[0].topic": { name: "t".repeat(256) },
    "accounts[0].regions": ["ap-southeast-1"],
  })?.alarms;
  expect(Math.max(...(alarms ?? []).map(({ alarm }) => alarm.description.length))).toBeLessThanOrEqual(1024);
  expect(Math.max(...(alarms ?? []).map(({ alarm }) => alarm.name.length))).toBeLessThanOrEqual(255);
});
