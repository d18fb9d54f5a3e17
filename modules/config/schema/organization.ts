import { z } from "zod";
import { roleArn } from "./role";
import { accountId, nonEmpty, regionName, text } from "./text";

const unit = text(
  /^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32})$/,
  "the id of a root or an organizational unit, such as r-a1b2 or ou-a1b2-c3d4e5f6",
  "Copy it from AWS Organizations; the root stands for all accounts.",
);

/** The accounts of an organization, listed or not, whose key events go to a hub. */
export const organizationSchema = z.strictObject({
  id: text(
    /^o-[a-z0-9]{10,32}$/,
    "the id of an organization such as o-a1b2c3d4e5",
    "Copy it from AWS Organizations.",
  ).describe("Id of the organization. The bus of the hub lets in all of its accounts."),
  units: nonEmpty(unit, "one unit", "Name the root for all accounts, or organizational units.").describe(
    "Ids of the root or of organizational units whose accounts send, those below them included.",
  ),
  hub: accountId.describe("Id of an account of the fleet, whose bus and rules tell of the events."),
  account: accountId.describe(
    "Id of the account that makes the StackSet: the management account, or a delegated administrator of StackSets.",
  ),
  delegatedAdmin: z.boolean().optional().describe("The account is a delegated administrator.").meta({ default: false }),
  region: regionName.describe("Region that the StackSet is made in."),
  regions: nonEmpty(regionName, "one region", "Name the regions, or leave `regions` out for those of the hub.")
    .optional()
    .describe("Regions whose key events are sent.")
    .meta({ default: "those of the hub" }),
  role: roleArn
    .optional()
    .describe("Role that Terraform assumes in the account.")
    .meta({ default: "that of defaults" }),
  exclude: z
    .array(accountId)
    .optional()
    .describe("Ids of accounts that do not send, beside those of the fleet whose own `fastPath` is on."),
});

/** An organization as the config gives it. */
export type Organization = z.infer<typeof organizationSchema>;
