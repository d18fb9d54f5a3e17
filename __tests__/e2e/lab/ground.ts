import { CreateLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateBucketCommand } from "@aws-sdk/client-s3";
import { CreateQueueCommand, GetQueueAttributesCommand } from "@aws-sdk/client-sqs";
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
