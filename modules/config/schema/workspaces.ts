import { z } from "zod";
import { DEFAULT_REPOSITORY_FOLDER, DEFAULT_SECRETS_VERSION, DEFAULT_VERSIONS } from "../defaults";
import { roleArnLike } from "./role";
import { anyText, count, says, text } from "./text";

/** Where HCP Terraform can let Terraform run. */
const EXECUTIONS = ["remote", "agent", "local"] as const;

const runRole = (example: string) => roleArnLike(`arn:aws:iam::{account}:role/${example}`);

const role = z.union(
  [
    runRole("keywatch-deploy"),
    z.strictObject({
      plan: runRole("keywatch-plan").describe("Role that plans; it only reads."),
      apply: runRole("keywatch-deploy").describe("Role that applies."),
    }),
  ],
  {
    error: says(
      "the ARN of a role, or { plan, apply }",
      "Write the ARN of the role that a run gets its AWS credentials of.",
    ),
  },
);

const repository = z.strictObject({
  identifier: text(
    /^[^\s/]+(\/[^\s/]+)+$/,
    "a repository such as acme/keywatch-stacks",
    "Write owner and name alone, without the host.",
  ).describe("Repository that the synthesized stacks are committed to."),
  branch: anyText(255, "a branch")
    .optional()
    .describe("Branch that is applied; without it the repository's own choice."),
  folder: text(
    /^(?!\.?\/)(?!.*(^|\/)\.\.(\/|$))[^\s*?\\]+(?<!\/)$/,
    "a folder below the repository's root",
    "Write a folder such as cdktf.out, without / at either end.",
  )
    .optional()
    .describe("Folder in it that synth wrote to.")
    .meta({ default: DEFAULT_REPOSITORY_FOLDER }),
  githubAppInstallationId: anyText(128, "an installation's id")
    .optional()
    .describe("Installation of HCP Terraform's GitHub App that reads it: `ghain-...`."),
  oauthTokenId: anyText(128, "a token's id")
    .optional()
    .describe("OAuth token of HCP Terraform that reads it, in place of the GitHub App: `ot-...`."),
});

/** The workspaces of the stacks, where `keywatch bootstrap` makes them. */
export const workspacesSchema = z
  .strictObject({
    execution: z
      .enum(EXECUTIONS)
      .optional()
      .describe(
        "Where Terraform runs: on HCP Terraform's machines, by an agent on yours, or `local`, wherever somebody starts it.",
      )
      .meta({ default: "remote" }),
    agentPool: text(
      /^apool-[A-Za-z0-9]+$/,
      "the id of an agent pool: apool-...",
      "Copy it from the pool's page in HCP Terraform.",
    )
      .optional()
      .describe("Pool of the agents, where `execution` is `agent`."),
    terraformVersion: anyText(100, "a version or a version constraint")
      .optional()
      .describe("Version of Terraform that runs; of a constraint, the newest.")
      .meta({ default: DEFAULT_VERSIONS.terraform }),
    repository: repository
      .optional()
      .describe("Runs start where the stacks change in a repository; without it, where somebody uploads a stack."),
    autoApply: z
      .boolean()
      .optional()
      .describe("Apply what a run on a merge or a hub has planned, without asking.")
      .meta({ default: false }),
    role: role
      .optional()
      .describe("Role whose AWS credentials a run gets for its token: one for all, or one to plan and one to apply."),
    secretsVersion: count(1, 1_000_000, "a version")
      .optional()
      .describe("Another number lets the next `keywatch bootstrap` write the values of all `{ fromEnv }` anew.")
      .meta({ default: DEFAULT_SECRETS_VERSION }),
    tags: z
      .record(anyText(128, "a tag key"), anyText(256, "a tag value"))
      .optional()
      .describe("Tags of the workspaces in HCP Terraform."),
  })
  .describe("Lets `keywatch bootstrap` make the workspaces; `project` must be given, and be the fleet's alone.");

/** How workspaces are made. */
export type Workspaces = z.infer<typeof workspacesSchema>;
