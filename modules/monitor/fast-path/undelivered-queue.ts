import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import { Construct } from "constructs";
import type { TargetFastPath } from "../../fleet";
import { FAST_PATH } from "../../names";
import { atAddress } from "../../terraform";
import { metricAlarm } from "../metric-alarm";
import { undeliveredPolicy } from "./policies";

/** Fourteen days in seconds: the longest that SQS keeps a message. */
const KEPT = 14 * 24 * 60 * 60;

export interface UndeliveredQueueProps {
  readonly undelivered: TargetFastPath["undelivered"];
  /** ARNs of the target's topics, by their address. */
  readonly topicArns: ReadonlyMap<string, string>;
}

/** The dead-letter queue of a target's rules: what could not be delivered is kept, and an alarm tells of it. */
export class UndeliveredQueue extends Construct {
  readonly arn: string;

  constructor(scope: Construct, { undelivered, topicArns }: UndeliveredQueueProps) {
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
    metricAlarm(this, undelivered.alarm, topicArns);
    this.arn = queue.arn;
  }
}
