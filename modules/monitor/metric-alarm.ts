import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import type { TargetMetricAlarm } from "../fleet";
import { atAddress } from "../terraform";

/** An alarm on a metric that AWS itself reports, which publishes to a topic. */
export const metricAlarm = (
  scope: Construct,
  { address, metric, alarm }: TargetMetricAlarm,
  topicArn: string,
): CloudwatchMetricAlarm =>
  atAddress(
    address,
    new CloudwatchMetricAlarm(scope, address, {
      alarmName: alarm.name,
      alarmDescription: alarm.description,
      namespace: metric.namespace,
      metricName: metric.name,
      dimensions: metric.dimensions,
      statistic: alarm.statistic,
      period: alarm.period,
      threshold: alarm.threshold,
      comparisonOperator: alarm.comparison,
      evaluationPeriods: alarm.evaluationPeriods,
      datapointsToAlarm: alarm.datapointsToAlarm,
      treatMissingData: alarm.missingData,
      actionsEnabled: alarm.actionsEnabled,
      alarmActions: [topicArn],
    }),
  );
