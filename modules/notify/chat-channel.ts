import { ChatbotSlackChannelConfiguration } from "@cdktf/provider-aws/lib/chatbot-slack-channel-configuration";
import { ChatbotTeamsChannelConfiguration } from "@cdktf/provider-aws/lib/chatbot-teams-channel-configuration";
import { Construct } from "constructs";
import { type Locality, managedPolicyArn } from "../aws";
import type { TargetChat } from "../fleet";
import { chatAddress, chatName } from "../names";
import { atAddress } from "../terraform";

export interface ChatChannelProps {
  readonly channel: TargetChat;
  readonly stackId: string;
  readonly topicArns: readonly string[];
  readonly at: Locality;
}

/**
 * A chat channel that shows the alerts, by Amazon Q Developer in chat applications. What can be asked for in the channel
 * is nothing but to look: the guardrail keeps everything else out, whatever the role may do.
 */
export class ChatChannel extends Construct {
  constructor(scope: Construct, { channel, stackId, topicArns, at }: ChatChannelProps) {
    const address = chatAddress(channel.type, channel.channelId);
    super(scope, address);
    const common = {
      configurationName: chatName(stackId, channel.type, channel.channelId),
      iamRoleArn: channel.roleArn,
      snsTopicArns: [...topicArns],
      guardrailPolicyArns: [managedPolicyArn(at, "CloudWatchReadOnlyAccess")],
    };
    atAddress(
      address,
      channel.type === "slack"
        ? new ChatbotSlackChannelConfiguration(this, "channel", {
            ...common,
            slackTeamId: channel.workspaceId,
            slackChannelId: channel.channelId,
          })
        : new ChatbotTeamsChannelConfiguration(this, "channel", {
            ...common,
            teamId: channel.teamId,
            tenantId: channel.tenantId,
            channelId: channel.channelId,
          }),
    );
  }
}
