import { stackOf } from "../support/stacks";

const resourcesOf = (control: object) => stackOf({ 'accounts[0].controls["cis-4.7"]': control }).resource;

test("every value of a control can be changed, and the alarm follows its filter", () => {
  const { aws_cloudwatch_log_metric_filter, aws_cloudwatch_metric_alarm } = resourcesOf({
    filter: { name: "filter", pattern: "{ $.x = 1 }" },
    metric: { name: "metric", namespace: "Namespace", value: "$.size", defaultValue: 2.5 },
    alarm: {
      name: "alarm in {region}",
      description: "text",
      statistic: "Maximum",
      period: 60,
      threshold: 0,
      comparison: "LessThanThreshold",
      evaluationPeriods: 3,
      datapointsToAlarm: 2,
      missingData: "breaching",
      actionsEnabled: false,
    },
  });
  expect(aws_cloudwatch_log_metric_filter.cis_4_7).toEqual({
    name: "filter",
    log_group_name: "trail",
    pattern: "{ $.x = 1 }",
    metric_transformation: { name: "metric", namespace: "Namespace", value: "$.size", default_value: "2.5" },
  });
  expect(aws_cloudwatch_metric_alarm.cis_4_7).toEqual({
    alarm_name: "alarm in eu-west-1",
    alarm_description: "text",
    metric_name: "${aws_cloudwatch_log_metric_filter.cis_4_7.metric_transformation[0].name}",
    namespace: "Namespace",
    statistic: "Maximum",
    period: 60,
    threshold: 0,
    comparison_operator: "LessThanThreshold",
    evaluation_periods: 3,
    datapoints_to_alarm: 2,
    treat_missing_data: "breaching",
    actions_enabled: false,
    alarm_actions: ["${aws_sns_topic.alerts.arn}"],
  });
});

test("a default of zero is not lost", () => {
  const { cis_4_7 } = resourcesOf({ metric: { defaultValue: 0 } }).aws_cloudwatch_log_metric_filter;
  expect(cis_4_7.metric_transformation.default_value).toBe("0");
});
