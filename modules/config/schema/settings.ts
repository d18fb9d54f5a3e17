import { z } from "zod";
import { DEFAULT_TOPIC_NAME } from "../../names";
import { controlsSchema } from "./control";
import { subscriptionSchema } from "./subscription";
import { anyText, arn, orSecret, says, text } from "./text";

const roleArn = arn("iam", "role/[\\w+=,.@/-]+", "arn:aws:iam::{account}:role/keywatch-deploy");

const role = z.union([
  roleArn.describe("ARN of the role."),
  z
    .strictObject({
      arn: roleArn.describe("ARN of the role."),
      externalId: orSecret(anyText(1224, "an external id")).optional().describe("External id that the role asks for."),
      sessionName: text(
        /^[\w+=,.@-]{2,64}$/,
        "a session name: 2 to 64 letters, digits and + = , . @ _ -",
        "Leave out blanks and other characters.",
      )
        .optional()
        .describe("Name that CloudTrail shows for Terraform's sessions."),
      stsRegion: anyText(64, "a region")
        .optional()
        .describe(
          "Region in which STS is asked for the role; without it the target's, or the partition's home region where the target's is opt-in.",
        ),
    })
    .describe("The role with its options."),
]);

const trail = z.strictObject({
  logGroup: text(
    /^[.\-_/#A-Za-z0-9]{1,512}$/,
    "a log group name: 1 to 512 letters, digits and . - _ / #",
    "Write the name as CloudWatch shows it, such as aws-controltower/CloudTrailLogs, not the ARN.",
  ).describe("CloudWatch log group that CloudTrail writes to, in the target's account and region."),
});

const topicName = text(
  /^[A-Za-z0-9_-]{1,256}$/,
  "a topic name: 1 to 256 letters, digits, _ and -",
  "Leave out dots, blanks and other characters; FIFO topics cannot be an alarm's action.",
);

const topic = z.union([
  z
    .strictObject({
      name: topicName.optional().describe("Name of the topic.").meta({ default: DEFAULT_TOPIC_NAME }),
      displayName: anyText(100, "a display name").optional().describe("Sender that emails and SMS show."),
    })
    .describe("A topic that the stack makes."),
  z
    .strictObject({
      arn: arn("sns", "[A-Za-z0-9_-]{1,256}", "arn:aws:sns:{region}:999999999999:security-alerts").describe(
        "ARN of the topic; it must be in the target's region.",
      ),
    })
    .describe("A topic that exists, which the stack leaves as it is."),
]);

const tagRule = "letters, digits, blanks and _ . : / = + - @";
const tags = z.record(
  text(
    /^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/iu,
    `a tag key: 1 to 128 ${tagRule}, not starting with aws:`,
    "Choose a key of these characters.",
  ),
  text(
    /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u,
    `a tag value: up to 256 ${tagRule}`,
    "Choose a value of these characters.",
  ),
);

const region = anyText(64, "a region");

/** The settings of a single target: all but `regions`. */
const targetSettings = {
  role: role
    .optional()
    .describe("Role that Terraform assumes in the account; without it, the credentials it is started with are used."),
  trail: trail.optional().describe("The trail whose events are watched."),
  topic: topic.optional().describe("The SNS topic of the alerts."),
  subscriptions: z.array(subscriptionSchema).optional().describe("Endpoints that get every alert."),
  tags: tags
    .optional()
    .describe("Tags of everything that is made; the tags of defaults, account and region are merged."),
  controls: controlsSchema
    .optional()
    .describe("What is watched: `true`, `false`, or what differs from the catalogue.")
    .meta({ default: { "cis-4.7": true } }),
};

/** What `defaults` and an account may hold. */
export const settingsShape = {
  regions: z
    .array(region)
    .min(1, { error: says("one region or more", "Name the regions to watch, or leave `regions` out.") })
    .optional()
    .describe("Regions to watch, one stack each."),
  ...targetSettings,
};

export const settingsSchema = z.strictObject(settingsShape);
export const overrideSchema = z.strictObject(targetSettings);

/** Settings of one target, as the fleet, an account or a region of an account gives them. */
export type TargetSettings = z.infer<typeof overrideSchema>;
/** The same with the regions. */
export type Settings = z.infer<typeof settingsSchema>;
