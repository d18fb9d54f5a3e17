import { preflightText } from "../../../modules/cli/preflight";
import { claimsOf } from "../../../modules/cli/preflight/claims";
import type { Target } from "../../../modules/fleet";
import { hubFleet } from "../../support/fleet";
import { targetOf, targetsOf } from "../../support/targets";

const told = (changes: Parameters<typeof targetOf>[0] = {}) =>
  claimsOf(targetOf(changes)).map(({ address, name, apply }) => `${address} ${name}: ${apply}`);

test("a stack claims its filters, alarms and topics by name", () => {
  expect(told()).toEqual([
    "aws_cloudwatch_log_metric_filter.cis_4_7 KMSCustomerKeyDisableOrDeleteEvents: overwrites it",
    "aws_cloudwatch_metric_alarm.cis_4_7 KMSCustomerKeyDisableOrDeleteAlarm: overwrites it",
    "aws_sns_topic.alerts arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents: overwrites it",
  ]);
});

test("it claims what watches its alert path, its dashboard and its fast path", () => {
  const further = told({ "accounts[0].liveness": true, "accounts[0].fastPath": true, "accounts[0].dashboard": true });
  expect(further.filter((claim) => /[Kk]eywatch/.test(claim) && !/event_rule/.test(claim))).toEqual([
    "aws_cloudwatch_metric_alarm.event_undelivered keywatch-undelivered-111111111111-eu-west-1: overwrites it",
    "aws_cloudwatch_metric_alarm.liveness_trail_silent KeywatchTrailSilentAlarm: overwrites it",
    "aws_cloudwatch_metric_alarm.liveness_heartbeat_missing KeywatchHeartbeatMissingAlarm: overwrites it",
    "aws_cloudwatch_metric_alarm.liveness_notifications_failed_alerts KeywatchNotificationsFailedAlarm-alerts: overwrites it",
    "aws_sqs_queue.event_undelivered keywatch-undelivered: takes it over if its settings are the same, and fails at it if not",
    "aws_cloudwatch_log_metric_filter.heartbeat KeywatchHeartbeats: overwrites it",
    "aws_iam_role.heartbeat keywatch-111111111111-eu-west-1-beat: fails at it",
    "aws_scheduler_schedule.heartbeat keywatch-111111111111-eu-west-1-beat: fails at it",
    "aws_cloudwatch_dashboard.dashboard keywatch-111111111111-eu-west-1: overwrites it",
  ]);
});

test("a member claims its relay and the role, and a hub its bus with the rules on it", () => {
  const [member, , hub] = targetsOf(hubFleet({ "defaults.fastPath": true }));
  const names = (target: Target | undefined) =>
    target
      ? claimsOf(target).flatMap(({ address, name }) =>
          /event_(relay|hub)|hub_event/.test(address) ? `${address} ${name}` : [],
        )
      : [];
  expect(names(member)).toEqual([
    "aws_cloudwatch_event_rule.event_relay keywatch-relay",
    "aws_iam_role.event_relay keywatch-111111111111-eu-west-1-relay",
  ]);
  expect(names(hub).at(0)).toMatch(/^aws_cloudwatch_event_rule\.hub_event_\S+ keywatch-keys\/keywatch-/);
  expect(names(hub).at(-1)).toBe("aws_cloudwatch_event_bus.event_hub keywatch-keys");
});

test("what it takes over, or uses, it does not claim", () => {
  const arn = "arn:aws:sns:eu-west-1:111111111111:there";
  expect(told({ "accounts[0].adopt": ["filter", "alarm", "topic"] })).toEqual([]);
  expect(told({ "accounts[0].topic": { arn }, "accounts[0].adopt": ["alarm", "filter"] })).toEqual([]);
});

test("a trail that it makes cannot be made where it exists", () => {
  expect(told({ "accounts[0].trail": { create: {} } }).slice(3)).toEqual([
    "aws_cloudtrail.trail arn:aws:cloudtrail:eu-west-1:111111111111:trail/keywatch-trail: fails at it",
    "aws_cloudwatch_log_group.trail arn:aws:logs:eu-west-1:111111111111:log-group:keywatch/trail: fails at it",
    "aws_s3_bucket.trail keywatch-logs-111111111111-eu-west-1: fails at it",
    "aws_kms_alias.trail alias/keywatch-trail: fails at it",
    "aws_iam_role.trail keywatch-111111111111-eu-west-1-trail: fails at it",
  ]);
});

test("people read what is there, what an apply would do, and the line that takes it over", () => {
  const [filter, alarm] = claimsOf(targetOf());
  const log = claimsOf(targetOf({ "accounts[0].trail": { create: {} } })).find(({ what }) => what === "log group");
  if (!filter || !alarm || !log) throw new Error("A claim is missing.");
  expect(
    preflightText([
      {
        stackId: "one",
        existing: [
          { ...filter, stateRead: true },
          { ...alarm, stateRead: false },
          { ...log, stateRead: true },
        ],
      },
      { stackId: "two", existing: [] },
      { stackId: "three", existing: [], fault: { kind: "denied", message: "AccessDenied: no", remedy: "Give it." } },
    ]),
  ).toBe(
    `one
  metric filter KMSCustomerKeyDisableOrDeleteEvents is in no state: an apply overwrites it.
  alarm KMSCustomerKeyDisableOrDeleteAlarm exists, and the state cannot be read from here: unless the stack made it, an apply overwrites it.
  log group arn:aws:logs:eu-west-1:111111111111:log-group:keywatch/trail is in no state: an apply fails at it.
  to take it over instead: adopt: [filter, alarm]
  where it cannot be taken over: delete what an earlier fleet left, give it another name in the config, or use it (\`trail.logGroup\`).

three
  AccessDenied: no
  to mend it: Give it.

2 of 3 targets looked at: 3 resources there already.
The result is partial: 1 target could not be asked.`,
  );
});

test("nothing is said of what exists where nobody answered", () => {
  const fault = { kind: "unreachable", message: "ECONNREFUSED", remedy: "Look at the network." } as const;
  const silent = { stackId: "lost", existing: [], fault };
  const lastLines = (...found: Parameters<typeof preflightText>[0]) => preflightText(found).split("\n\n").at(-1);
  expect(lastLines({ stackId: "one", existing: [] })).toBe("1 target looked at: nothing exists already.");
  expect(lastLines({ stackId: "one", existing: [] }, silent)).toBe(
    "1 of 2 targets looked at: nothing exists already.\nThe result is partial: 1 target could not be asked.",
  );
  expect(lastLines(silent, silent, silent)).toBe(
    "0 of 3 targets looked at.\nThe result is partial: 3 targets could not be asked.",
  );
});
