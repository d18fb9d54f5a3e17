import { z } from "zod";
import { DEFAULT_TOPIC_NAME } from "../../names";
import { accountId, anyText, arn, says, text } from "./text";

const topicName = text(
  /^[A-Za-z0-9_-]{1,256}$/,
  "a topic name: 1 to 256 letters, digits, _ and -",
  "Leave out dots, blanks and other characters; FIFO topics cannot be an alarm's action.",
);

const NOT_THE_AWS_KEY =
  "alias/aws/sns is not offered: its key policy keeps CloudWatch out, so the alarm would fire and nothing arrive.";

const encryption = z.union([
  z.enum(["managed", "none"], {
    error: says('"managed", "none" or { keyArn: "..." }', NOT_THE_AWS_KEY),
  }),
  z
    .strictObject({
      keyArn: text(
        /^arn:(aws|aws-cn|aws-us-gov|\{partition\}):kms:[^:\s]+:(\d{12}|\{account\}):key\/[A-Za-z0-9-]+$/,
        "the ARN of a customer managed key, such as arn:aws:kms:{region}:{account}:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        NOT_THE_AWS_KEY,
      ).describe("ARN of the key; its policy must let CloudWatch and EventBridge use it."),
    })
    .describe("A key that exists."),
]);

/** The topic of alerts. */
export const topicSchema = z.union([
  z
    .strictObject({
      name: topicName.optional().describe("Name of the topic.").meta({ default: DEFAULT_TOPIC_NAME }),
      displayName: anyText(100, "a display name").optional().describe("Sender that emails and SMS show."),
      encryption: encryption
        .optional()
        .describe(
          "`managed`: a key made for the topic, which only the deploy role and `breakGlassRoles` may disable; `{ keyArn }`: a key that exists; `none`.",
        )
        .meta({ default: "managed" }),
    })
    .describe("A topic that the stack makes."),
  z
    .strictObject({
      arn: arn("sns", "[A-Za-z0-9_-]{1,256}", "arn:aws:sns:{region}:999999999999:security-alerts").describe(
        "ARN of the topic; it must be in the target's region.",
      ),
    })
    .describe("A topic that exists, which the stack leaves as it is."),
  z
    .strictObject({
      hub: accountId.describe("Id of an account of the fleet, whose topic in the same region gets the alerts."),
    })
    .describe("The topic of a hub account of the fleet."),
]);

/** A topic as the config gives it. */
export type TopicSetting = z.infer<typeof topicSchema>;
