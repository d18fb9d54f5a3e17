import { SetAlarmStateCommand, type StateValue } from "@aws-sdk/client-cloudwatch";
import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  UpdateScheduleCommand,
  type UpdateScheduleCommandInput,
} from "@aws-sdk/client-scheduler";
import { heartbeatName } from "../../../../modules/names";
import { withoutAlarm } from "./alarms";
import type { Fault } from "./fault";

const inState =
  (AlarmName: string): Fault =>
  async ({ cloudwatch }) => {
    const set = (StateValue: StateValue) =>
      cloudwatch.send(new SetAlarmStateCommand({ AlarmName, StateValue, StateReason: "by the test" }));
    await set("ALARM");
    return () => set("OK");
  };

const scheduleWith =
  (changes: Partial<UpdateScheduleCommandInput>): Fault =>
  async ({ account, region, scheduler }) => {
    const Name = heartbeatName(`keywatch-${account}-${region}`);
    const {
      Arn: _a,
      CreationDate: _c,
      LastModificationDate: _l,
      ...schedule
    } = await scheduler.send(new GetScheduleCommand({ Name }));
    const put = (more: Partial<UpdateScheduleCommandInput>) =>
      scheduler.send(new UpdateScheduleCommand({ ...(schedule as UpdateScheduleCommandInput), ...more }));
    await put(changes);
    return () => put({});
  };

export const livenessFaults = {
  alarmDeleted: withoutAlarm("KeywatchTrailSilentAlarm"),
  alarmHasFired: inState("KeywatchHeartbeatMissingAlarm"),
  scheduleOff: scheduleWith({ State: "DISABLED" }),
  scheduleRare: scheduleWith({ ScheduleExpression: "rate(1 day)" }),
  scheduleGone: (async ({ account, region, scheduler }) => {
    const Name = heartbeatName(`keywatch-${account}-${region}`);
    const schedule = await scheduler.send(new GetScheduleCommand({ Name }));
    await scheduler.send(new DeleteScheduleCommand({ Name }));
    return () => scheduler.send(new CreateScheduleCommand(schedule as CreateScheduleCommandInput));
  }) as Fault,
};
