import type { Step } from "../step";
import { waited } from "../wait";
import { readAlarm } from "./read-alarm";
import { refuseLost } from "./refuse-lost";

/** Waits until the alarm fires: from the trail through log group, filter and metric. */
export const alarm: Step = {
  id: "alarm",
  title: "The alarm fires",
  calls: ["cloudwatch:DescribeAlarms", "cloudwatch:DescribeAlarmHistory"],
  where: "own",
  run: async (ground, { eventAt = 0 }) => {
    const { name } = ground.plan.control.alarm;
    const remedy = "Run keywatch audit: it walks trail, log group, filter and alarm.";
    const reason = await waited(ground, { since: eventAt, what: `state ALARM of ${name}`, remedy }, async () => {
      const { StateValue, StateReason = "" } = (await readAlarm(ground.own, name)) ?? {};
      return StateValue === "ALARM" ? StateReason : undefined;
    });
    await refuseLost(ground, eventAt);
    return { evidence: `${name} is in ALARM: ${reason}` };
  },
};
