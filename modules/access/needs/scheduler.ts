import { scheduleArn } from "../../aws";
import { localityOf } from "../../fleet";
import type { Need, Scope } from "../need";
import { PASS_HEARTBEAT_ROLE } from "../scopes";

export const SCHEDULE: Scope = {
  sid: "Schedule",
  label: "the schedule of the heartbeat",
  on: (target) => {
    const name = target.liveness?.heartbeat?.name;
    return name === undefined ? [] : [scheduleArn(localityOf(target), name)];
  },
};

/** What the resources of EventBridge Scheduler ask for. */
export const SCHEDULER = {
  aws_scheduler_schedule: [
    {
      scope: SCHEDULE,
      read: ["scheduler:GetSchedule"],
      write: ["scheduler:CreateSchedule", "scheduler:UpdateSchedule"],
      end: ["scheduler:DeleteSchedule"],
    },
    { scope: PASS_HEARTBEAT_ROLE, write: ["iam:PassRole"] },
  ],
} as const satisfies Record<string, readonly Need[]>;
