import { z } from "zod";
import { anyText, arn, orSecret, regionName, text } from "./text";

/** The ARN of a role of IAM. A message names the example. */
export const roleArnLike = (example: string) => arn("iam", "role/[\\w+=,.@/-]+", example);

/** The ARN of a role that Keywatch works with in an account. */
export const roleArn = roleArnLike("arn:aws:iam::{account}:role/keywatch-deploy");

/** The role that Terraform assumes. */
export const roleSchema = z.union([
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
      stsRegion: regionName
        .optional()
        .describe(
          "Region in which STS is asked for the role; without it the target's, or the partition's home region where the target's is opt-in.",
        ),
    })
    .describe("The role with its options."),
]);

/** A role as the config gives it. */
export type RoleSetting = z.infer<typeof roleSchema>;
