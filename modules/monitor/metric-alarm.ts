import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import type { TargetMetricAlarm, TopicArnOf } from "../fleet";
import { atAddress } from "../terraform";
import { alarmSettings } from "./alarm-settings";

/** An alarm on a metric that no control counts. */
export function metricAlarm(
  scope: Construct,
  { address, metric, alarm, topics, notifyOk, further }: TargetMetricAlarm,
  topicArnOf: TopicArnOf,
): CloudwatchMetricAlarm {
  return atAddress(
    address,
    new CloudwatchMetricAlarm(scope, address, {
      ...alarmSettings(alarm, topics.map(topicArnOf), { notifyOk, further }),
      namespace: metric.namespace,
      metricName: metric.name,
      dimensions: metric.dimensions,
    }),
  );
}
