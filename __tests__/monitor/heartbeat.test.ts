import { matches } from "../../modules/controls/filter-pattern";
import { parsed } from "../controls/filter-pattern/parsed";
import { heartbeatEvent } from "../support/heartbeat-event";
import { stackOf } from "../support/stacks";

const NAME = "keywatch-111111111111-eu-west-1-beat";
const { resource } = stackOf({ "accounts[0].liveness": true });

test("a schedule calls KMS every hour with a role of its own", () => {
  expect(resource.aws_scheduler_schedule).toEqual({
    heartbeat: {
      name: NAME,
      description: "Calls KMS for a random byte: an event that Keywatch expects to count.",
      schedule_expression: "rate(1 hour)",
      flexible_time_window: { mode: "OFF" },
      target: {
        arn: "arn:aws:scheduler:::aws-sdk:kms:generateRandom",
        role_arn: "${aws_iam_role.heartbeat.arn}",
        input: '{"NumberOfBytes":1}',
      },
    },
  });
});

test("the role is for schedules of the account and region, and may do one thing", () => {
  const { assume_role_policy, ...role } = resource.aws_iam_role.heartbeat;
  expect(role).toEqual({
    name: NAME,
    description: "Lets EventBridge Scheduler make the call that proves the path of Keywatch's alerts.",
  });
  expect(JSON.parse(assume_role_policy).Statement).toEqual([
    {
      Sid: "ScheduleActs",
      Effect: "Allow",
      Principal: { Service: "scheduler.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: {
        StringEquals: {
          "aws:SourceAccount": "111111111111",
          "aws:SourceArn": "arn:aws:scheduler:eu-west-1:111111111111:schedule-group/default",
        },
      },
    },
  ]);
  const { policy, ...rest } = resource.aws_iam_role_policy.heartbeat;
  expect(rest).toEqual({ name: "beat", role: "${aws_iam_role.heartbeat.name}" });
  expect(JSON.parse(policy).Statement).toEqual([
    { Sid: "Beat", Effect: "Allow", Action: "kms:GenerateRandom", Resource: "*" },
  ]);
});

const filter = resource.aws_cloudwatch_log_metric_filter.heartbeat;

test("the call is counted where key events are", () => {
  expect(filter).toEqual({
    name: "KeywatchHeartbeats",
    log_group_name: "trail",
    pattern: expect.any(String),
    metric_transformation: { name: "KeywatchHeartbeats", namespace: "Keywatch", value: "1" },
  });
});

const event = heartbeatEvent({ account: "111111111111", region: "eu-west-1" });

test.each([
  ["the call itself", event, true],
  ["a call that was refused, which shows that events arrive", { ...event, errorCode: "AccessDenied" }, true],
  ["the call of another stack", heartbeatEvent({ account: "111111111111", region: "us-east-1" }), false],
  ["a user's call", { ...event, userIdentity: { type: "IAMUser", userName: "ada" } }, false],
  ["another call of the role", { ...event, eventName: "Decrypt" }, false],
])("%s counts: %s", (_, told, counts) => {
  expect(matches(parsed(filter.pattern), told)).toBe(counts);
});

test("on a trail that is made, it waits for the log group", () => {
  const made = stackOf({ "accounts[0].liveness": true, "accounts[0].trail": { create: {} } }).resource;
  expect(made.aws_cloudwatch_log_metric_filter.heartbeat.log_group_name).toBe("${aws_cloudwatch_log_group.trail.name}");
  expect(made.aws_cloudwatch_metric_alarm.liveness_trail_silent.dimensions).toEqual({ LogGroupName: "keywatch/trail" });
});

test("the alarm of a topic acts on topic and further actions, and on the same when it is over", () => {
  const { aws_cloudwatch_metric_alarm } = stackOf({
    "accounts[0].liveness": { actions: ["arn:aws:sns:eu-west-1:111111111111:second"] },
    "accounts[0].actions": { notifyOk: true, ok: ["arn:aws:lambda:eu-west-1:111111111111:function:over"] },
  }).resource;
  expect(aws_cloudwatch_metric_alarm.liveness_notifications_failed_alerts).toEqual({
    alarm_name: "KeywatchNotificationsFailedAlarm-alerts",
    alarm_description: expect.stringContaining("The topic is KMSCustomerKeyEvents."),
    namespace: "AWS/SNS",
    metric_name: "NumberOfNotificationsFailed",
    dimensions: { TopicName: "KMSCustomerKeyEvents" },
    statistic: "Sum",
    period: 300,
    threshold: 1,
    comparison_operator: "GreaterThanOrEqualToThreshold",
    evaluation_periods: 1,
    treat_missing_data: "notBreaching",
    actions_enabled: true,
    alarm_actions: ["${aws_sns_topic.alerts.arn}", "arn:aws:sns:eu-west-1:111111111111:second"],
    ok_actions: ["${aws_sns_topic.alerts.arn}", "arn:aws:lambda:eu-west-1:111111111111:function:over"],
  });
});
