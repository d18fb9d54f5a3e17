import { preflightText } from "../../../modules/cli/preflight";
import { claimsOf } from "../../../modules/cli/preflight/claims";
import { targetOf } from "../../support/targets";

const told = (changes: Parameters<typeof targetOf>[0] = {}) =>
  claimsOf(targetOf(changes)).map(({ address, name, apply }) => `${address} ${name}: ${apply}`);

test("a stack claims its filters, alarms and topics by name", () => {
  expect(told()).toEqual([
    "aws_cloudwatch_log_metric_filter.cis_4_7 KMSCustomerKeyDisableOrDeleteEvents: overwrites it",
    "aws_cloudwatch_metric_alarm.cis_4_7 KMSCustomerKeyDisableOrDeleteAlarm: overwrites it",
    "aws_sns_topic.alerts arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents: overwrites it",
  ]);
});

test("it claims the alarms and the filter that watch its alert path, and its fast path", () => {
  const overwritten = told({ "accounts[0].liveness": true, "accounts[0].fastPath": true });
  expect(overwritten.filter((claim) => /Keywatch|undelivered/.test(claim))).toEqual([
    "aws_cloudwatch_metric_alarm.event_undelivered keywatch-undelivered-111111111111-eu-west-1: overwrites it",
    "aws_cloudwatch_metric_alarm.liveness_trail_silent KeywatchTrailSilentAlarm: overwrites it",
    "aws_cloudwatch_metric_alarm.liveness_heartbeat_missing KeywatchHeartbeatMissingAlarm: overwrites it",
    "aws_cloudwatch_metric_alarm.liveness_notifications_failed_alerts KeywatchNotificationsFailedAlarm-alerts: overwrites it",
    "aws_cloudwatch_log_metric_filter.heartbeat KeywatchHeartbeats: overwrites it",
  ]);
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
  ]);
});

test("people read what is there, what an apply would do, and the line that takes it over", () => {
  const [filter, alarm] = claimsOf(targetOf());
  const [log] = claimsOf(targetOf({ "accounts[0].trail": { create: {} } })).slice(-1);
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
  where it cannot be taken over: give it another name in the config, or use it (\`trail.logGroup\`).

three
  AccessDenied: no
  to mend it: Give it.

3 targets looked at: 3 resources there already.
The result is partial: 1 target could not be asked.`,
  );
  expect(preflightText([{ stackId: "two", existing: [] }])).toBe("1 target looked at: nothing exists already.");
});
