import { z } from "zod";
import { stateKey } from "../../names";
import { DEFAULT_LOCAL_FOLDER } from "../defaults";
import { bootstrapSchema } from "./bootstrap";
import { anyText, arn, bucketName, regionName, text } from "./text";
import { workspacesSchema } from "./workspaces";

const local = z
  .strictObject({
    type: z.literal("local"),
    path: anyText(1024, "a folder")
      .optional()
      .describe(
        "Folder of the state files; a relative one lies beside the folder that synth writes to: another output folder has other states.",
      )
      .meta({ default: DEFAULT_LOCAL_FOLDER }),
  })
  .describe("State files on this machine: to try things out, not for a team.");

const s3 = z
  .looseObject({
    type: z.literal("s3"),
    bucket: bucketName.describe("Bucket of the state files; it must exist, or `bootstrap` makes it."),
    region: regionName.describe("Region of the bucket."),
    key: anyText(1024, "an object key")
      .optional()
      .describe(
        `Object key of a stack's state; must hold \`{stack}\`, or \`{account}\` and \`{region}\`. Without it: \`${stateKey("<name>")}\`.`,
      ),
    encrypt: z.boolean().optional().describe("Encrypt the state on the server side.").meta({ default: true }),
    use_lockfile: z.boolean().optional().describe("Lock with a file beside the state.").meta({ default: true }),
    kms_key_id: text(
      /^(alias\/[A-Za-z0-9/_-]+|(mrk-)?[A-Fa-f0-9-]{32,36}|arn:(aws|aws-cn|aws-us-gov):kms:[^:\s]+:\d{12}:(key|alias)\/\S+)$/,
      "a KMS key: its id, alias/... or ARN",
      "Copy the ARN of the key from the KMS console.",
    )
      .optional()
      .describe("Key that encrypts the state: id, alias or ARN."),
    assume_role: z
      .looseObject({
        role_arn: arn("iam", "role/\\S+", "arn:aws:iam::999999999999:role/terraform-state").describe(
          "Role that may read and write the state.",
        ),
      })
      .optional()
      .describe("Role to assume for the bucket, as the backend's `assume_role` block."),
    bootstrap: bootstrapSchema.optional(),
  })
  .describe("An S3 bucket with Terraform's own lock file. Further settings of the backend are passed on as they are.");

const hcp = z
  .strictObject({
    type: z.literal("hcp"),
    organization: anyText(128, "an organization").describe("HCP Terraform organization."),
    project: anyText(128, "a project").optional().describe("Project of the workspaces."),
    hostname: text(
      /^[A-Za-z0-9.-]+(:\d+)?$/,
      "a host name such as terraform.acme.example",
      "Write the host alone, without https://.",
    )
      .optional()
      .describe("Host of a Terraform Enterprise installation.")
      .meta({ default: "app.terraform.io" }),
    workspaces: workspacesSchema.optional(),
  })
  .describe("HCP Terraform or Terraform Enterprise: one workspace a stack, named like the stack.");

/** The other backends that Terraform has; their settings are passed on as they are. */
const OTHER_BACKENDS = [
  "azurerm",
  "consul",
  "cos",
  "gcs",
  "http",
  "inmem",
  "kubernetes",
  "oci",
  "oss",
  "pg",
  "remote",
] as const;

const other = z
  .looseObject({ type: z.enum(OTHER_BACKENDS) })
  .describe(
    "Any other backend of Terraform, with its own settings; one of them must hold `{stack}`, or `{account}` and `{region}`.",
  );

export const stateSchema = z.discriminatedUnion("type", [local, s3, hcp, other]);

/** Where Terraform keeps the state of the stacks. Settings have Terraform's own names. */
export type State = z.infer<typeof stateSchema>;

/** The settings of the S3 backend that Keywatch knows, for finding misspelt ones. */
export const S3_SETTINGS = Object.keys(s3.shape);
