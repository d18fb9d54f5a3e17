import type { Seen, SeenSchedule, SeenTopic } from "../../../modules/cli/audit/seen";
import { targetOf } from "../../support/targets";
import { findings, healthy, judged, seen, unseen } from "./healthy";

const channel = { type: "slack", workspaceId: "T0123456789", channelId: "C0123456789" };
const target = targetOf({
  "accounts[0].subscriptions": [{ protocol: "email", endpoint: "security@acme.example" }],
  "accounts[0].chat": [{ ...channel, roleArn: "arn:aws:iam::111111111111:role/chat" }],
  "accounts[0].liveness": true,
  "accounts[0].dashboard": true,
  "accounts[0].queries": true,
});
const whole = healthy(target);
const beat = target.liveness?.heartbeat?.name ?? "";

const scheduleWith = (changes: Partial<SeenSchedule>): Seen => {
  if (!whole.schedule?.ok || !whole.schedule.value) throw new Error("There is no schedule.");
  return { ...whole, schedule: seen({ ...whole.schedule.value, ...changes }) };
};
const alarmInState = (name: string, StateValue: "ALARM" | "INSUFFICIENT_DATA"): Seen => {
  const alarms = new Map(whole.alarms.ok ? whole.alarms.value : []);
  return {
    ...whole,
    alarms: seen(alarms.set(name, { ...alarms.get(name), StateValue, StateReason: "No datapoints." })),
  };
};
const filters = whole.filters?.ok ? whole.filters.value : [];
const queries = whole.queries?.ok ? whole.queries.value : [];
const subscribed = (...chat: readonly boolean[]): Seen => {
  const topic = whole.topics.get("alerts") as SeenTopic;
  const own = target.topics[0]?.subscriptions ?? [];
  const subscriptions = seen([
    ...own.map(({ protocol, address }) => ({ protocol, address, confirmed: true, chat: false })),
    ...chat.map((confirmed) => ({ protocol: "https", confirmed, chat: true })),
  ]);
  return { ...whole, topics: new Map([["alerts", { ...topic, subscriptions }]]) };
};

test("a target in order has no finding", () => {
  expect(findings(judged(target, whole))).toEqual([]);
});

test.each<[string, Seen, readonly string[]]>([
  [
    "an alarm says that the trail is silent",
    alarmInState("KeywatchTrailSilentAlarm", "ALARM"),
    ["fail liveness-quiet"],
  ],
  ["an alarm has no data yet", alarmInState("KeywatchHeartbeatMissingAlarm", "INSUFFICIENT_DATA"), []],
  [
    "an alarm is gone",
    { ...whole, alarms: seen(new Map([...(whole.alarms.ok ? whole.alarms.value : [])].slice(0, -1))) },
    ["fail alarm-exists"],
  ],
  ["nothing counts the heartbeat", { ...whole, filters: seen(filters.slice(0, 1)) }, ["fail filter-exists"]],
  [
    "the calls of every role are counted as heartbeats",
    {
      ...whole,
      filters: seen(
        filters.map((filter, at) =>
          at === 1 ? { ...filter, filterPattern: "{ $.eventName = GenerateRandom }" } : filter,
        ),
      ),
    },
    ["fail filter-pattern"],
  ],
  ["the schedule is gone", { ...whole, schedule: seen(undefined) }, ["fail schedule-exists"]],
  ["the schedule cannot be asked", { ...whole, schedule: unseen("denied") }, ["unknown schedule-exists"]],
  ["the schedule is off", scheduleWith({ state: "DISABLED" }), ["fail schedule-enabled"]],
  ["the schedule calls once a day", scheduleWith({ rate: "rate(1 day)" }), ["fail schedule-call"]],
  [
    "the schedule calls something else",
    scheduleWith({ operation: "arn:aws:scheduler:::aws-sdk:sns:publish" }),
    ["fail schedule-call"],
  ],
  [
    "the schedule has another role",
    scheduleWith({ role: "arn:aws:iam::111111111111:role/other" }),
    ["fail schedule-call"],
  ],
  ["the heartbeat's role is gone", { ...whole, roles: new Map([[beat, seen(undefined)]]) }, ["fail role-exists"]],
  ["the dashboard is gone", { ...whole, dashboard: seen(false) }, ["warn dashboard-exists"]],
  ["a query is gone", { ...whole, queries: seen(queries.slice(1)) }, ["warn queries-saved"]],
  [
    "a query asks another log group",
    {
      ...whole,
      queries: seen(queries.map((query, at) => (at === 1 ? { ...query, logGroupNames: ["other"] } : query))),
    },
    ["warn queries-saved"],
  ],
  ["no chat is subscribed", subscribed(), ["fail chat-subscribed"]],
  ["chat has not confirmed", subscribed(false), ["fail chat-subscribed"]],
  ["a second subscription of chat waits", subscribed(false, true), []],
])("where %s", (_, of, expected) => {
  expect(findings(judged(target, of))).toEqual(expected);
});

test("what chat hears is no subscription that the config does not list", () => {
  const heard = judged(target, whole).find(({ id }) => id === "topic-heard");
  expect(heard?.evidence).toBe("2 confirmed, 0 not.");
});
