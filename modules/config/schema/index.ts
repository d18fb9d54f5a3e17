import { z } from "zod";
import { DEFAULT_VERSIONS } from "../defaults";
import { organizationSchema } from "./organization";
import { rolloutSchema } from "./rollout";
import { overrideSchema, settingsSchema, settingsShape } from "./settings";
import { stateSchema } from "./state";
import { accountId, anyText, nonEmpty, regionName, text } from "./text";

export type { ChatSetting } from "./chat";
export type { ControlOverrides } from "./control";
export type { Organization } from "./organization";
export type { RoleSetting } from "./role";
export type { Rollout } from "./rollout";
export type { Settings } from "./settings";
export { S3_SETTINGS, type State } from "./state";
export type { Subscription } from "./subscription";
export type { Secret } from "./text";
export type { TopicSetting } from "./topic";
export type { Workspaces } from "./workspaces";

const accountSchema = z.strictObject({
  id: accountId.describe("Account id."),
  name: text(
    /^[^\p{Cc}]{1,100}$/u,
    "a name: 1 to 100 characters on one line",
    "Write what people call the account.",
  ).describe("What people call the account; it appears in tables and messages, never in a name."),
  ...settingsShape,
  overrides: z
    .record(regionName, overrideSchema)
    .optional()
    .describe("Settings of a single region of the account, by the region's name."),
});

const versionsSchema = z.strictObject({
  terraform: anyText(200, "a version constraint")
    .optional()
    .describe("Versions of Terraform or OpenTofu that may apply the stacks.")
    .meta({ default: DEFAULT_VERSIONS.terraform }),
  aws: anyText(200, "a version constraint")
    .optional()
    .describe("Versions of the provider `hashicorp/aws`.")
    .meta({ default: DEFAULT_VERSIONS.aws }),
});

/** The one schema of a config: it types it, checks it, and is the source of the JSON Schema and the reference. */
export const configSchema = z.strictObject({
  $schema: z.string().optional().describe("JSON Schema for editors, in JSON files."),
  name: text(
    /^[A-Za-z][A-Za-z0-9_-]{0,29}$/,
    "a name: a letter, then up to 29 letters, digits, _ and -",
    "Write a short name such as keywatch; stacks, workspaces and state keys start with it.",
  ).describe("Prefix of stack ids and state keys. Changing it makes other stacks."),
  state: stateSchema
    .optional()
    .describe("Where Terraform keeps the state.")
    .meta({ default: { type: "local" } }),
  versions: versionsSchema.optional().describe("Version constraints of Terraform and the provider."),
  rollout: rolloutSchema.optional().describe("How a rollout to many accounts is staged."),
  organization: organizationSchema
    .optional()
    .describe("Makes every account of an organization, listed or not, send its key events to a hub."),
  defaults: settingsSchema.optional().describe("Settings of all accounts."),
  accounts: nonEmpty(
    accountSchema,
    "one account",
    'Add an account: { id: "111111111111", name: "payments-prod" }.',
  ).describe("The fleet."),
  retired: z
    .array(accountSchema)
    .optional()
    .describe(
      "Accounts that leave the fleet, moved here as they were: their stacks plan the destruction of what they had.",
    ),
});

/** A config as a person writes it: checked, nothing filled in. */
export type Config = z.infer<typeof configSchema>;
/** One account of the fleet. */
export type Account = Config["accounts"][number];
