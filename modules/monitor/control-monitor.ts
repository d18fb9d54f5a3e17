import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { TargetControl } from "../fleet";
import { controlAddress } from "../names";
import { atAddress } from "../terraform";
import { alarmSettings } from "./alarm-settings";

export interface ControlMonitorProps {
  readonly control: TargetControl;
  readonly logGroupName: string;
  /** ARN of the topic that the alarm publishes to. */
  readonly topicArn: string;
}

/** One control at work: a metric filter on the trail's log group and an alarm on the metric that it feeds. */
export class ControlMonitor extends Construct {
  readonly filter: CloudwatchLogMetricFilter;
  readonly alarm: CloudwatchMetricAlarm;

  constructor(scope: Construct, { control, logGroupName, topicArn }: ControlMonitorProps) {
    super(scope, control.id);
    this.filter = this.addFilter(control, logGroupName);
    this.alarm = this.addAlarm(control, topicArn);
  }

  private addFilter({ id, filter }: TargetControl, logGroupName: string): CloudwatchLogMetricFilter {
    const { name, namespace, value, defaultValue } = filter.metric;
    return atAddress(
      controlAddress(id),
      new CloudwatchLogMetricFilter(this, "filter", {
        name: filter.name,
        logGroupName,
        pattern: filter.pattern,
        metricTransformation: { name, namespace, value, defaultValue: defaultValue?.toString() },
      }),
    );
  }

  private addAlarm(control: TargetControl, topicArn: string): CloudwatchMetricAlarm {
    return atAddress(
      controlAddress(control.id),
      new CloudwatchMetricAlarm(this, "alarm", {
        ...alarmSettings(control.alarm, [topicArn], control),
        namespace: control.filter.metric.namespace,
        metricName: this.filter.metricTransformation.name,
      }),
    );
  }
}
