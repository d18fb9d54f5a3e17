import { z } from "zod";
import { DEFAULT_STATE_DAYS } from "../defaults";
import { roleArnLike } from "./role";
import { accountId, arn, bucketName, count, regionName } from "./text";

/** The bucket of the states, where `keywatch bootstrap` makes it. */
export const bootstrapSchema = z
  .strictObject({
    account: accountId.describe("Id of the account that the bucket is made in."),
    role: roleArnLike("arn:aws:iam::999999999999:role/terraform-admin")
      .optional()
      .describe("Role that Terraform assumes to make the bucket; without it the caller's own credentials."),
    keepDays: count(1, 3650, "days")
      .optional()
      .describe("Days in which a state that was overwritten or deleted can be had back.")
      .meta({ default: DEFAULT_STATE_DAYS }),
    replica: z
      .strictObject({
        region: regionName.describe("Region of the copy; another than the bucket's."),
        bucket: bucketName.optional().describe("Name of the copy.").meta({ default: "<bucket>-replica" }),
        keyArn: arn(
          "kms",
          "key/[A-Za-z0-9-]+",
          "arn:aws:kms:eu-central-1:999999999999:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        )
          .optional()
          .describe("Key of the copy's region that encrypts the copy; needed where the state has a `kms_key_id`."),
      })
      .optional()
      .describe("A copy of every state in another region."),
  })
  .describe("Lets `keywatch bootstrap` make the bucket: private, encrypted, versioned, over TLS only.");
