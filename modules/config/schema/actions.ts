import { z } from "zod";
import { text } from "./text";

/** What an alarm can act on. */
export const actionArn = text(
  /^arn:(aws|aws-cn|aws-us-gov|\{partition\}):(ssm:[^:\s]+:(\d{12}|\{account\}):opsitem:\S+|ssm-incidents::(\d{12}|\{account\}):response-?plan\/\S+|lambda:[^:\s]+:(\d{12}|\{account\}):function:\S+|sns:[^:\s]+:(\d{12}|\{account\}):[A-Za-z0-9_-]+)$/,
  "the ARN of an OpsItem action, a response plan, a function or a topic",
  "Write one such as arn:aws:ssm:{region}:{account}:opsitem:2#CATEGORY=Security.",
);

/** What alarms do beside publishing to the topic. */
export const actionsSchema = z.strictObject({
  alarm: z.array(actionArn).optional().describe("Further actions when an alarm fires, beside the topic."),
  ok: z.array(actionArn).optional().describe("Actions when an alarm is over."),
  notifyOk: z.boolean().optional().describe("Publish to the topic too when an alarm is over.").meta({ default: false }),
});
