import type { Need, Scope } from "../need";

export const QUEUE: Scope = {
  sid: "Queue",
  label: "the queue of what could not be delivered",
  on: ({ fastPath }) => (fastPath ? [fastPath.undelivered.arn] : []),
};

/** What the resources of SQS ask for. */
export const SQS = {
  aws_sqs_queue: [
    {
      scope: QUEUE,
      read: ["sqs:GetQueueAttributes", "sqs:ListQueueTags"],
      write: ["sqs:CreateQueue", "sqs:SetQueueAttributes", "sqs:TagQueue", "sqs:UntagQueue"],
      end: ["sqs:DeleteQueue"],
    },
  ],
  aws_sqs_queue_policy: [{ scope: QUEUE, read: ["sqs:GetQueueAttributes"], write: ["sqs:SetQueueAttributes"] }],
} as const satisfies Record<string, readonly Need[]>;
