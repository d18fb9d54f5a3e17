import { SNSClient, SubscribeCommand, UnsubscribeCommand } from "@aws-sdk/client-sns";
import type { Step } from "../step";

/** Subscribes the queue to the topic. The owner of both does it, so that nobody has to confirm. */
export const subscription: Step = {
  id: "subscription",
  title: "The queue is subscribed to the topic",
  calls: ["sns:Subscribe", "sns:Unsubscribe"],
  where: "beside",
  run: async ({ beside, plan: { topic } }, { queue }) => {
    const { SubscriptionArn: arn = "" } = await beside.ask(
      SNSClient,
      new SubscribeCommand({
        TopicArn: topic.arn,
        Protocol: "sqs",
        Endpoint: queue?.arn,
        ReturnSubscriptionArn: true,
      }),
    );
    return {
      evidence: `${arn}.`,
      undo: {
        what: `subscription ${arn}`,
        byHand: unsubscribe(beside.region, arn),
        run: async () => {
          await beside.ask(SNSClient, new UnsubscribeCommand({ SubscriptionArn: arn }));
          return "is removed";
        },
      },
    };
  },
};

/** The command that removes a subscription. */
export const unsubscribe = (region: string, arn: string): string =>
  `aws sns unsubscribe --region ${region} --subscription-arn ${arn}`;
