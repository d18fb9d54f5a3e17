import { z } from "zod";
import { CATALOGUE } from "../../controls";
import { actionsSchema } from "./actions";
import { ADOPTABLE, adoptSchema } from "./adopt";
import { chatSchema } from "./chat";
import { controlsSchema } from "./control";
import { dashboardSchema } from "./dashboard";
import { livenessSchema } from "./liveness";
import { roleSchema } from "./role";
import { routesSchema } from "./route";
import { subscriptionSchema } from "./subscription";
import { tagsSchema } from "./tags";
import { arn, nonEmpty, regionName, text } from "./text";
import { topicSchema } from "./topic";
import { trailSchema } from "./trail";

/** A boundary is a policy of the role's own account, so that its ARN is known by its name. */
const permissionsBoundary = text(
  /^(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,128}$/,
  "the name of a policy, its path in front, such as security/keywatch-boundary",
  "Write no ARN: the policy is that of each account. No slash stands in front.",
);

/** The settings of a single target: what belongs to an account as a whole is not among them. */
const targetSettings = {
  role: roleSchema
    .optional()
    .describe("Role that Terraform assumes in the account; without it, the credentials it is started with are used."),
  trail: trailSchema.optional().describe("The trail whose events are watched."),
  topic: topicSchema.optional().describe("The SNS topic of the alerts."),
  subscriptions: z.array(subscriptionSchema).optional().describe("Endpoints that get every alert."),
  routes: routesSchema.optional().describe("Topics and endpoints of their own for alerts of a severity."),
  actions: actionsSchema.optional().describe("What alarms do beside publishing to the topic."),
  chat: chatSchema
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
  tags: tagsSchema
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
  regions: nonEmpty(regionName, "one region", "Name the regions to watch, or leave `regions` out.")
    .optional()
    .describe("Regions to watch, one stack each."),
  permissionsBoundary: permissionsBoundary
    .optional()
    .describe(
      "Name of the IAM policy, its path in front, that bounds every role that stacks make. Each account in which they make one must have it already.",
    ),
  ...targetSettings,
};

/** The settings of the fleet, or of an account, and those of a region of an account. */
export const settingsSchema = z.strictObject(settingsShape);
export const overrideSchema = z.strictObject(targetSettings);

/** Settings as the fleet, an account or a region of an account gives them; a region has those of a target alone. */
export type Settings = z.infer<typeof settingsSchema>;
