import { CloudWatchClient, DescribeAlarmsCommand, type MetricAlarm } from "@aws-sdk/client-cloudwatch";
import type { Session } from "../../aws";

/** An alarm as it is now; undefined where there is none. */
export async function readAlarm({ ask }: Session, name: string): Promise<MetricAlarm | undefined> {
  const { MetricAlarms = [] } = await ask(CloudWatchClient, new DescribeAlarmsCommand({ AlarmNames: [name] }));
  return MetricAlarms[0];
}
