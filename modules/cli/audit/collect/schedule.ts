import { GetScheduleCommand, SchedulerClient } from "@aws-sdk/client-scheduler";
import { type Answer, answered, type Session, unlessMissing } from "../../aws";
import type { SeenSchedule } from "../seen";

/** A schedule of the default group; undefined where there is none. */
export const seeSchedule = ({ ask, signal }: Session, Name: string): Promise<Answer<SeenSchedule | undefined>> =>
  answered(signal, async () => {
    const found = await unlessMissing(ask(SchedulerClient, new GetScheduleCommand({ Name })));
    return (
      found && {
        state: found.State ?? "",
        rate: found.ScheduleExpression ?? "",
        operation: found.Target?.Arn ?? "",
        input: found.Target?.Input ?? "",
        role: found.Target?.RoleArn ?? "",
      }
    );
  });
