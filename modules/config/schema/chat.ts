import { z } from "zod";
import { anyText, arn, says, text } from "./text";

const chatRole = arn("iam", "role/\\S+", "arn:aws:iam::{account}:role/keywatch-chat").describe(
  "Role that the channel acts with; a role without rights will do.",
);

/** Chat channels that show the alerts. */
export const chatSchema = z.array(
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
export type ChatSetting = z.infer<typeof chatSchema>[number];
