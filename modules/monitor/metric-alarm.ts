import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import type { TargetMetricAlarm } from "../fleet";
import { atAddress } from "../terraform";
import { alarmSettings } from "./alarm-settings";

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
  return atAddress(
    address,
    new CloudwatchMetricAlarm(scope, address, {
      ...alarmSettings(alarm, told, { notifyOk, further }),
      namespace: metric.namespace,
      metricName: metric.name,
      dimensions: metric.dimensions,
    }),
  );
}
