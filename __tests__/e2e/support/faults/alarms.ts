import {
  DeleteAlarmsCommand,
  DisableAlarmActionsCommand,
  EnableAlarmActionsCommand,
  type MetricAlarm,
  PutMetricAlarmCommand,
} from "@aws-sdk/client-cloudwatch";
import type { Account } from "../../lab/accounts";
import { readAlarms } from "../../lab/holdings";
import type { Fault } from "./fault";
import { CONTROL } from "./logs";

const putAlarm = ({ cloudwatch }: Account, alarm: MetricAlarm, changes: Partial<MetricAlarm> = {}) => {
  const { AlarmArn: _a, StateValue: _s, ...settings } = { ...alarm, ...changes };
  return cloudwatch.send(new PutMetricAlarmCommand(settings as ConstructorParameters<typeof PutMetricAlarmCommand>[0]));
};

const alarmNamed = async (account: Account, name: string): Promise<MetricAlarm> =>
  (await readAlarms(account)).find(({ AlarmName }) => AlarmName === name) ?? {};

const alarmWith =
  (changes: Partial<MetricAlarm>, name = CONTROL.alarm): Fault =>
  async (account) => {
    const alarm = await alarmNamed(account, name);
    await putAlarm(account, alarm, changes);
    return () => putAlarm(account, alarm);
  };

export const withoutAlarm =
  (name: string): Fault =>
  async (account) => {
    const alarm = await alarmNamed(account, name);
    await account.cloudwatch.send(new DeleteAlarmsCommand({ AlarmNames: [name] }));
    return () => putAlarm(account, alarm);
  };

const muted =
  (name: (account: Account) => string): Fault =>
  async (account) => {
    const AlarmNames = [name(account)];
    await account.cloudwatch.send(new DisableAlarmActionsCommand({ AlarmNames }));
    return () => account.cloudwatch.send(new EnableAlarmActionsCommand({ AlarmNames }));
  };

const queueAlarm = ({ account, region }: Account): string => `keywatch-undelivered-${account}-${region}`;

export const alarmFaults = {
  deleted: withoutAlarm(CONTROL.alarm),
  otherMetric: alarmWith({ MetricName: "other" }),
  dimension: alarmWith({ Dimensions: [{ Name: "Region", Value: "eu-west-1" }] }),
  threshold: alarmWith({ Threshold: 5 }),
  missingData: alarmWith({ TreatMissingData: "ignore", Period: 3600 }),
  otherTopic: alarmWith({ AlarmActions: ["arn:aws:sns:eu-west-1:111111111111:other"] }),
  muted: muted(() => CONTROL.alarm),
  ofQueueMuted: muted(queueAlarm),
  ofQueueThreshold: ((account) => alarmWith({ Threshold: 100 }, queueAlarm(account))(account)) as Fault,
};
