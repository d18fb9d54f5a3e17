import { CreateLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateBucketCommand } from "@aws-sdk/client-s3";
import { CreateQueueCommand, GetQueueAttributesCommand, SetQueueAttributesCommand } from "@aws-sdk/client-sqs";
import type { Account } from "./accounts";

/** A queue that a topic may deliver to. */
export interface Queue {
  readonly url: string;
  readonly arn: string;
}

/** Makes the log group that a trail would write to. */
export async function createLogGroup({ logs }: Account, logGroupName: string): Promise<void> {
  await logs.send(new CreateLogGroupCommand({ logGroupName }));
}

/** Makes a bucket for remote state. */
export async function createBucket({ s3 }: Account, name: string): Promise<void> {
  await s3.send(new CreateBucketCommand({ Bucket: name }));
}

/** Makes a queue. */
export async function createQueue({ sqs }: Account, name: string): Promise<Queue> {
  const { QueueUrl: url = "" } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ["QueueArn"] }));
  return { url, arn: Attributes?.QueueArn ?? "" };
}

/** Lets a topic send to a queue, which an emulator with `auth` asks for. */
export async function letTopicSend({ sqs }: Account, { url, arn }: Queue, topicArn: string): Promise<void> {
  const send = {
    Effect: "Allow",
    Principal: { Service: "sns.amazonaws.com" },
    Action: "sqs:SendMessage",
    Resource: arn,
    Condition: { ArnEquals: { "aws:SourceArn": topicArn } },
  };
  const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [send] });
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes: { Policy } }));
}
