import { FaultError } from "../../aws/fault";
import type { Step } from "../step";
import { readAlarm } from "./read-alarm";

/** Looks, before anything is made, whether the alarm can fire at all. */
export const ready: Step = {
  id: "ready",
  title: "The alarm can fire",
  calls: ["cloudwatch:DescribeAlarms"],
  where: "own",
  run: async ({ own, plan: { control, topic } }) => {
    const alarm = await readAlarm(own, control.alarm.name);
    const refuse = (message: string, remedy: string) => {
      throw new FaultError({ kind: "failed", message, remedy });
    };
    if (!alarm) return refuse(`There is no alarm ${control.alarm.name}.`, "Deploy the stack.");
    if (alarm.StateValue === "ALARM") {
      refuse(
        "It is in ALARM already, so nothing would be published.",
        "See to what set it off; try again when it is over.",
      );
    }
    if (!alarm.ActionsEnabled) refuse("Its actions are switched off.", "aws cloudwatch enable-alarm-actions.");
    if (!alarm.AlarmActions?.includes(topic.arn))
      refuse(`It does not publish to ${topic.arn}.`, "Deploy the stack again.");
    return { evidence: `${control.alarm.name} is in state ${alarm.StateValue}, with its actions on.` };
  },
};
