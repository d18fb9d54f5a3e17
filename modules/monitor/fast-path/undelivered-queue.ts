import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import { Construct } from "constructs";
import type { TargetFastPath, TopicArnOf } from "../../fleet";
import { FAST_PATH } from "../../names";
import { atAddress } from "../../terraform";
import { metricAlarm } from "../metric-alarm";
import { undeliveredPolicy } from "./policies";

/** Fourteen days in seconds: the longest that SQS keeps a message. */
const KEPT = 14 * 24 * 60 * 60;

export interface UndeliveredQueueProps {
  readonly undelivered: TargetFastPath["undelivered"];
  readonly topicArnOf: TopicArnOf;
}

/** The dead-letter queue of a target's rules: what could not be delivered is kept, and an alarm tells of it. */
export class UndeliveredQueue extends Construct {
  readonly arn: string;

  constructor(scope: Construct, { undelivered, topicArnOf }: UndeliveredQueueProps) {
    super(scope, FAST_PATH.queue);
    const queue = atAddress(
      FAST_PATH.queue,
      new SqsQueue(this, "queue", {
        name: undelivered.name,
        messageRetentionSeconds: KEPT,
        sqsManagedSseEnabled: true,
      }),
    );
    atAddress(
      FAST_PATH.queue,
      new SqsQueuePolicy(this, "policy", {
        queueUrl: queue.url,
        policy: JSON.stringify(undeliveredPolicy(undelivered.arn, undelivered.senders)),
      }),
    );
    metricAlarm(this, undelivered.alarm, topicArnOf);
    this.arn = queue.arn;
  }
}
