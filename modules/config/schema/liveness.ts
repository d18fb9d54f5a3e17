import { z } from "zod";
import { actionArn } from "./actions";
import { count } from "./text";

/** Hours of silence: one alone may pass between two deliveries, and alarms look back a week at most. */
const silence = z.strictObject({
  hours: count(2, 168, "hours").describe("Hours without any that pass before the alarm fires."),
});

/** How the alert path itself is watched. */
export const livenessSchema = z.union([
  z.boolean(),
  z
    .strictObject({
      delivery: z
        .union([z.boolean(), silence])
        .optional()
        .describe("Alarm when no event reaches the trail's log group: after 6 hours, or 24 without the heartbeat.")
        .meta({ default: true }),
      heartbeat: z
        .union([z.boolean(), silence])
        .optional()
        .describe("A harmless call to KMS every hour, and an alarm when it is not counted for 3 hours.")
        .meta({ default: true }),
      notifications: z
        .boolean()
        .optional()
        .describe("Alarms when a topic of the account cannot deliver a message.")
        .meta({ default: true }),
      actions: z
        .array(actionArn)
        .optional()
        .describe("Further actions of these alarms: a way to people that does not lead over the topic."),
    })
    .describe("What of it is watched, and how patiently."),
]);
