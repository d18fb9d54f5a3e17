import type { DrillPlan } from "../plan";
import type { Step } from "../step";
import { alarm } from "./alarm";
import { disable } from "./disable";
import { key } from "./key";
import { message } from "./message";
import { queue } from "./queue";
import { ready } from "./ready";
import { schedule } from "./schedule";
import { subscription } from "./subscription";

/** The steps of a drill, in their order. */
export const stepsOf = ({ listener }: DrillPlan): readonly Step[] =>
  listener
    ? [ready, queue, subscription, key, disable, schedule, alarm, message]
    : [ready, key, disable, schedule, alarm];
