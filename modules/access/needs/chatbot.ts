import { chatArn, roleArn, SERVICE } from "../../aws";
import type { ChatSetting } from "../../config";
import { localityOf, type Target } from "../../fleet";
import { chatName } from "../../names";
import type { Need, Scope } from "../need";
import { EVERYTHING, NO_NARROWER, passedTo } from "../scopes";

type Kind = ChatSetting["type"];

/** Path and name of the role with which AWS subscribes a channel to its topics, made with the first channel. */
const SERVICE_ROLE = "aws-service-role/management.chatbot.amazonaws.com/AWSServiceRoleForAWSChatbot";

/** What AWS calls the configurations of each kind, in its actions and its ARNs. */
const KINDS = {
  slack: { name: "SlackChannelConfiguration", look: "DescribeSlackChannelConfigurations", path: "slack-channel" },
  teams: {
    name: "MicrosoftTeamsChannelConfiguration",
    look: "GetMicrosoftTeamsChannelConfiguration",
    path: "microsoft-teams-channel",
  },
} as const satisfies Record<Kind, object>;

const eachOf = (kind: Kind, arn: (channel: ChatSetting, target: Target) => string) => (target: Target) =>
  target.chat.filter(({ type }) => type === kind).map((channel) => arn(channel, target));

const needsOf = (kind: Kind): Need[] => {
  const { name, look, path } = KINDS[kind];
  const scope = (sid: string, label: string, arn: Parameters<typeof eachOf>[1]): Scope => ({
    sid: `${sid}${kind === "slack" ? "Slack" : "Teams"}`,
    label,
    on: eachOf(kind, arn),
  });
  return [
    {
      scope: scope("Find", NO_NARROWER, () => EVERYTHING[0]),
      read: [`chatbot:${look}`, "chatbot:ListTagsForResource"],
      write: [`chatbot:Create${name}`],
    },
    {
      scope: scope("Chat", "the channels' configurations", ({ channelId }, target) =>
        chatArn(localityOf(target), path, chatName(target.stackId, kind, channelId)),
      ),
      write: [`chatbot:Update${name}`, "chatbot:TagResource", "chatbot:UntagResource"],
      end: [`chatbot:Delete${name}`],
    },
    {
      scope: {
        ...scope(
          "PassRole",
          "the channels' roles, for Amazon Q Developer in chat applications alone",
          ({ roleArn }) => roleArn,
        ),
        condition: passedTo(SERVICE.chatbot),
      },
      write: ["iam:PassRole"],
    },
    {
      scope: scope("Role", "the role with which AWS subscribes channels", (_, target) =>
        roleArn(localityOf(target), SERVICE_ROLE),
      ),
      write: ["iam:CreateServiceLinkedRole"],
    },
  ];
};

/** What chat channels ask for. */
export const CHATBOT: Readonly<Record<string, readonly Need[]>> = {
  aws_chatbot_slack_channel_configuration: needsOf("slack"),
  aws_chatbot_teams_channel_configuration: needsOf("teams"),
};
