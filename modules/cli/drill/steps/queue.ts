import { CreateQueueCommand, DeleteQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import { policy, queueArn, SERVICE } from "../../../aws";
import type { Step } from "../step";

/** Makes the queue that shall hear of the alarm: encrypted by SQS, and open to the topic alone. */
export const queue: Step = {
  id: "queue",
  title: "A queue that listens is made",
  calls: ["sqs:CreateQueue", "sqs:DeleteQueue"],
  where: "beside",
  run: async ({ beside, clock, plan: { target, topic, queuePrefix } }) => {
    const name = queuePrefix + stamp(clock.now());
    const arn = queueArn({ partition: target.partition, region: beside.region, account: beside.account }, name);
    const { QueueUrl: url = "" } = await beside.ask(
      SQSClient,
      new CreateQueueCommand({
        QueueName: name,
        Attributes: { SqsManagedSseEnabled: "true", MessageRetentionPeriod: "3600", Policy: letIn(topic.arn, arn) },
      }),
    );
    return {
      evidence: `${name} in ${beside.account}.`,
      facts: { queue: { url, arn } },
      undo: {
        what: `queue ${name}`,
        byHand: deleteQueue(beside.region, url),
        run: async () => {
          await beside.ask(SQSClient, new DeleteQueueCommand({ QueueUrl: url }));
          return "is deleted";
        },
      },
    };
  },
};

/**
 * `20261124T100005973Z`: to the millisecond, because SQS answers `CreateQueue` with the queue that has the name already, and
 * whoever cleans up would delete another drill's.
 */
const stamp = (milliseconds: number): string => new Date(milliseconds).toISOString().replace(/[-:.]/g, "");

/** The command that deletes a queue. */
export const deleteQueue = (region: string, url: string): string =>
  `aws sqs delete-queue --region ${region} --queue-url ${url}`;

const letIn = (topic: string, queue: string): string =>
  JSON.stringify(
    policy({
      Sid: "TopicSends",
      Effect: "Allow",
      Principal: { Service: SERVICE.sns },
      Action: "sqs:SendMessage",
      Resource: queue,
      Condition: { ArnEquals: { "aws:SourceArn": topic } },
    }),
  );
