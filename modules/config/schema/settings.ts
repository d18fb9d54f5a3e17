import { z } from "zod";
import { CATALOGUE, SEVERITIES, type Severity } from "../../controls";
import { DEFAULT_TOPIC_NAME } from "../../names";
import { DEFAULT_RETENTION_DAYS } from "../defaults";
import { actionsSchema } from "./actions";
import { ADOPTABLE, adoptSchema } from "./adopt";
import { controlsSchema } from "./control";
import { dashboardSchema } from "./dashboard";
import { livenessSchema } from "./liveness";
import { subscriptionSchema } from "./subscription";
import { accountId, anyText, arn, bucketName, orSecret, says, text } from "./text";

/** Retention times that CloudWatch Logs offers, in days (API `PutRetentionPolicy`). */
const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

const roleArn = arn("iam", "role/[\\w+=,.@/-]+", "arn:aws:iam::{account}:role/keywatch-deploy");

const roleSchema = z.union([
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

const logGroup = text(
  /^[.\-_/#A-Za-z0-9]{1,512}$/,
  "a log group name: 1 to 512 letters, digits and . - _ / #",
  "Write the name as CloudWatch shows it, such as aws-controltower/CloudTrailLogs, not the ARN.",
);

const trail = z.union([
  z
    .strictObject({
      logGroup: logGroup.describe(
        "CloudWatch log group that CloudTrail writes to, in the target's account and region.",
      ),
      organization: z
        .boolean()
        .optional()
        .describe("The trail records every account of the organization; the alarm's text says so.")
        .meta({ default: false }),
    })
    .describe("A trail that exists."),
  z
    .strictObject({
      create: z
        .strictObject({
          name: text(
            /^(?=.{3,128}$)[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/,
            "a trail name: 3 to 128 letters and digits, with single . _ or - between them",
            "Start and end with a letter or a digit, and put no two of . _ - side by side.",
          )
            .optional()
            .describe("Name of the trail.")
            .meta({ default: "<name>-trail" }),
          bucket: bucketName
            .optional()
            .describe("Name of the bucket that keeps the events.")
            .meta({ default: "<name>-logs-<account>-<region>" }),
          logGroup: logGroup
            .optional()
            .describe("Name of the log group that the trail writes to.")
            .meta({ default: "<name>/trail" }),
          retentionDays: z
            .literal(RETENTION_DAYS, {
              error: says(
                `days that CloudWatch Logs knows: ${RETENTION_DAYS.join(", ")}`,
                "Choose one; 365 or more passes audits.",
              ),
            })
            .optional()
            .describe("Days that the log group keeps events.")
            .meta({ default: DEFAULT_RETENTION_DAYS }),
        })
        .describe("What the trail is called and how long it keeps its events. It costs money: see the README."),
    })
    .describe("A trail of all regions that the stack makes, where there is none."),
]);

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

const topic = z.union([
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

/** A role as the config gives it. */
export type RoleSetting = z.infer<typeof roleSchema>;

/** A topic as the config gives it. */
export type TopicSetting = z.infer<typeof topic>;

const subscriptions = z.array(subscriptionSchema);

/** Where alerts of a severity go. */
export const routeSchema = z.strictObject({
  topic: topic
    .optional()
    .describe(`Topic of these alerts; without it one is made with the name \`${DEFAULT_TOPIC_NAME}-<severity>\`.`),
  subscriptions: subscriptions
    .optional()
    .describe("Endpoints that get these alerts; without it, those of `subscriptions`."),
});

const routes = z.strictObject(
  Object.fromEntries(
    SEVERITIES.map((severity) => [severity, routeSchema.optional().describe(`Alerts of severity ${severity}.`)]),
  ) as Record<Severity, z.ZodOptional<typeof routeSchema>>,
);

const chatRole = arn("iam", "role/\\S+", "arn:aws:iam::{account}:role/keywatch-chat").describe(
  "Role that the channel acts with; a role without rights will do.",
);

const chat = z.array(
  z.discriminatedUnion("type", [
    z
      .strictObject({
        type: z.literal("slack"),
        workspaceId: text(
          /^T[A-Z0-9]{6,}$/,
          "a workspace id such as T07EA123LEP",
          "Copy it from the Slack client that is set up in AWS.",
        ).describe("Slack workspace."),
        channelId: text(
          /^[CG][A-Z0-9]{6,}$/,
          "a channel id such as C07EZ1ABC23",
          "Copy the id at the end of the channel's link, not its name.",
        ).describe("Slack channel."),
        roleArn: chatRole,
      })
      .describe("A Slack channel."),
    z
      .strictObject({
        type: z.literal("teams"),
        teamId: z
          .uuid({ error: says("a team's UUID", "Copy groupId from the link to the channel.") })
          .describe("Microsoft Teams team."),
        tenantId: z
          .uuid({ error: says("a tenant's UUID", "Copy tenantId from the link to the channel.") })
          .describe("Microsoft Entra tenant."),
        channelId: anyText(256, "a channel id").describe("Channel, as in the link to it."),
        roleArn: chatRole,
      })
      .describe("A Microsoft Teams channel."),
  ]),
);

/** A chat channel as the config gives it. */
export type ChatSetting = z.infer<typeof chat>[number];

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
  role: roleSchema
    .optional()
    .describe("Role that Terraform assumes in the account; without it, the credentials it is started with are used."),
  trail: trail.optional().describe("The trail whose events are watched."),
  topic: topic.optional().describe("The SNS topic of the alerts."),
  subscriptions: subscriptions.optional().describe("Endpoints that get every alert."),
  routes: routes.optional().describe("Topics and endpoints of their own for alerts of a severity."),
  actions: actionsSchema.optional().describe("What alarms do beside publishing to the topic."),
  chat: chat
    .optional()
    .describe("Slack and Teams channels that show the alerts, by Amazon Q Developer in chat applications."),
  breakGlassRoles: z
    .array(arn("iam", "role/[\\w+=,.@/*-]+", "arn:aws:iam::{account}:role/break-glass"))
    .optional()
    .describe(
      "Roles that may end the keys made for topics and trails, beside the deploy role; `*` stands for any text.",
    ),
  fastPath: z
    .boolean()
    .optional()
    .describe(
      "Tell of key events within seconds, by EventBridge: a message that names the key, the caller and what to do now.",
    )
    .meta({ default: false }),
  adopt: adoptSchema(ADOPTABLE)
    .optional()
    .describe("What exists already under its name and is taken over as it is, by Terraform import."),
  liveness: livenessSchema
    .optional()
    .describe(
      "Alarms on the alert path itself: a trail that falls silent, a heartbeat that stops, alerts that fail to arrive.",
    )
    .meta({ default: false }),
  dashboard: dashboardSchema
    .optional()
    .describe("A CloudWatch dashboard: events by control, states of the alarms, the last KMS events, runbooks.")
    .meta({ default: false }),
  queries: z
    .boolean()
    .optional()
    .describe("Saved queries of CloudWatch Logs Insights on the trail's log group, for the investigation.")
    .meta({ default: false }),
  tags: tags
    .optional()
    .describe("Tags of everything that is made; the tags of defaults, account and region are merged."),
  controls: controlsSchema
    .optional()
    .describe("What is watched: `true`, `false`, or what differs from the catalogue.")
    .meta({
      default: Object.fromEntries(CATALOGUE.flatMap(({ id, onByDefault }) => (onByDefault ? [[id, true]] : []))),
    }),
  runbooks: text(
    /^https:\/\/[^\s?#{}]{1,248}$/,
    "the https URL of a folder, up to 256 characters, without ? # { and }",
    "Write where your copy of docs/runbooks is shown, such as https://git.acme.example/keywatch/docs/runbooks.",
  )
    .optional()
    .describe("Folder of the runbooks, to which alarms and the fast path link: `<folder>/<control>.md`."),
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
