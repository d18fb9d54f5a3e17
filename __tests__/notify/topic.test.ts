import { stackOf } from "../support/stacks";

test("a topic is made as the config names it", () => {
  const { resource, output } = stackOf({ "accounts[0].topic": { name: "alerts", displayName: "Key alerts" } });
  expect(resource.aws_sns_topic).toEqual({
    alerts: { name: "alerts", display_name: "Key alerts", kms_master_key_id: "${aws_kms_key.alerts.arn}" },
  });
  expect(output.topic_name.value).toBe("alerts");
});

test("a topic that exists is used, and not touched", () => {
  const arn = "arn:aws:sns:eu-west-1:999999999999:hub";
  const { resource, output } = stackOf({
    "accounts[0].topic": { arn: "arn:aws:sns:{region}:999999999999:hub" },
    "accounts[0].subscriptions": [{ protocol: "email", endpoint: "security@acme.example" }],
  });
  expect(Object.keys(resource).sort()).toEqual([
    "aws_cloudwatch_log_metric_filter",
    "aws_cloudwatch_metric_alarm",
    "aws_sns_topic_subscription",
  ]);
  expect(resource.aws_cloudwatch_metric_alarm.cis_4_7.alarm_actions).toEqual([arn]);
  expect(resource.aws_sns_topic_subscription.email_fa80862e.topic_arn).toBe(arn);
  expect(output.topic_arn.value).toBe(arn);
  expect(output.topic_name.value).toBe("hub");
});
