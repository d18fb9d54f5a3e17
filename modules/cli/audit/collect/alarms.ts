import {
  type AlarmHistoryItem,
  CloudWatchClient,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
} from "@aws-sdk/client-cloudwatch";
import { answered, type Session } from "../../aws";
import type { Seen, SeenAction } from "../seen";

/** How many of an alarm's newest actions are looked through for one on its topic. */
const NEWEST = 20;

/** The alarms of these names: at most the hundred that one call takes, and a target has fewer. */
export const seeAlarms = ({ ask, signal }: Session, names: readonly string[]): Promise<Seen["alarms"]> =>
  answered(signal, async () => {
    if (names.length === 0) return new Map();
    const { MetricAlarms = [] } = await ask(CloudWatchClient, new DescribeAlarmsCommand({ AlarmNames: [...names] }));
    return new Map(MetricAlarms.map((alarm) => [alarm.AlarmName ?? "", alarm]));
  });

/** The newest action of an alarm on a topic. */
export const seeAction = ({ ask, signal }: Session, alarm: string, topicArn: string) =>
  answered(signal, async () => {
    const { AlarmHistoryItems = [] } = await ask(
      CloudWatchClient,
      new DescribeAlarmHistoryCommand({
        AlarmName: alarm,
        HistoryItemType: "Action",
        ScanBy: "TimestampDescending",
        MaxRecords: NEWEST,
      }),
    );
    return AlarmHistoryItems.filter((item) => textOf(item).includes(topicArn)).map(actionOf)[0];
  });

const textOf = ({ HistorySummary = "", HistoryData = "" }: AlarmHistoryItem): string => HistorySummary + HistoryData;

/** CloudWatch tells in words whether an action succeeded: `Successfully executed action ...`, `Failed to execute action ...`. */
const actionOf = (item: AlarmHistoryItem): SeenAction => ({
  at: item.Timestamp?.toISOString() ?? "",
  succeeded: !/^Failed|"actionState":\s*"Failed"/.test(textOf(item)),
  summary: (item.HistorySummary ?? "").replace(/\s+/g, " "),
});
