import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import type { TargetMetricAlarm } from "../fleet";
import { atAddress } from "../terraform";

/**
 * An alarm on a metric that no control counts.
 *
 * @param topicArns ARNs of the target's topics, by their address
 */
export function metricAlarm(
  scope: Construct,
  { address, metric, alarm, topics, notifyOk, further }: TargetMetricAlarm,
  topicArns: ReadonlyMap<string, string>,
): CloudwatchMetricAlarm {
  const told = topics.map((topic) => topicArns.get(topic) ?? "");
  const okActions = [...(notifyOk ? told : []), ...further.ok];
  return atAddress(
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
      alarmActions: [...told, ...further.alarm],
      okActions: okActions.length > 0 ? okActions : undefined,
    }),
  );
}
