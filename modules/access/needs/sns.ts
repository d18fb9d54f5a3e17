import type { Need } from "../need";
import { PASS_SUBSCRIPTION_ROLE, SUBSCRIPTIONS, TOPICS } from "../scopes";

/** What the resources of SNS ask for. */
export const SNS = {
  aws_sns_topic: [
    {
      scope: TOPICS,
      read: ["sns:GetTopicAttributes", "sns:ListTagsForResource"],
      write: ["sns:CreateTopic", "sns:SetTopicAttributes", "sns:TagResource", "sns:UntagResource"],
      end: ["sns:DeleteTopic"],
    },
  ],
  aws_sns_topic_policy: [{ scope: TOPICS, read: ["sns:GetTopicAttributes"], write: ["sns:SetTopicAttributes"] }],
  aws_sns_topic_subscription: [
    {
      scope: SUBSCRIPTIONS,
      read: ["sns:GetSubscriptionAttributes"],
      write: ["sns:Subscribe", "sns:SetSubscriptionAttributes"],
      end: ["sns:Unsubscribe"],
    },
    { scope: PASS_SUBSCRIPTION_ROLE, write: ["iam:PassRole"] },
  ],
} as const satisfies Record<string, readonly Need[]>;
