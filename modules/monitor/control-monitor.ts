import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { TargetControl } from "../fleet";
import { controlAddress } from "../names";

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
    const resource = new CloudwatchLogMetricFilter(this, "filter", {
      name: filter.name,
      logGroupName,
      pattern: filter.pattern,
      metricTransformation: { name, namespace, value, defaultValue: defaultValue?.toString() },
    });
    resource.overrideLogicalId(controlAddress(id));
    return resource;
  }

  private addAlarm({ id, filter, alarm, further, notifyOk }: TargetControl, topicArn: string): CloudwatchMetricAlarm {
    const resource = new CloudwatchMetricAlarm(this, "alarm", {
      alarmName: alarm.name,
      alarmDescription: alarm.description,
      namespace: filter.metric.namespace,
      metricName: this.filter.metricTransformation.name,
      statistic: alarm.statistic,
      period: alarm.period,
      threshold: alarm.threshold,
      comparisonOperator: alarm.comparison,
      evaluationPeriods: alarm.evaluationPeriods,
      datapointsToAlarm: alarm.datapointsToAlarm,
      treatMissingData: alarm.missingData,
      actionsEnabled: alarm.actionsEnabled,
      alarmActions: [topicArn, ...further.alarm],
      okActions: notifyOk || further.ok.length > 0 ? [...(notifyOk ? [topicArn] : []), ...further.ok] : undefined,
    });
    resource.overrideLogicalId(controlAddress(id));
    return resource;
  }
}
