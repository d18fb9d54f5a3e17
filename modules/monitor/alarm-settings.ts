import type { CloudwatchMetricAlarmConfig } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { AlarmSpec } from "../controls";
import type { TargetMetricAlarm } from "../fleet";

/** What an alarm is called, when it fires, and what it does then. */
type AlarmSettings = Omit<CloudwatchMetricAlarmConfig, "namespace" | "metricName" | "dimensions">;

/**
 * An alarm's settings, whatever metric it is on.
 *
 * @param told ARNs of the topics that it publishes to
 */
export function alarmSettings(
  alarm: AlarmSpec,
  told: readonly string[],
  { notifyOk, further }: Pick<TargetMetricAlarm, "notifyOk" | "further">,
): AlarmSettings {
  const okActions = [...(notifyOk ? told : []), ...further.ok];
  return {
    alarmName: alarm.name,
    alarmDescription: alarm.description,
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
  };
}
