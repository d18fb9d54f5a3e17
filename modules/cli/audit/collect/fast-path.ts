import { DescribeEventBusCommand, EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { type Locality, queueUrl } from "../../../aws";
import type { TargetFastPath } from "../../../fleet";
import { answered, type Session, unlessMissing } from "../../aws";
import type { SeenFastPath } from "../seen";
import { seeRules } from "./rules";

/** What a fast path consists of: its rules, its queue, and the bus where it is a hub's. */
export async function seeFastPath(session: Session, at: Locality, fastPath: TargetFastPath): Promise<SeenFastPath> {
  const { undelivered, bus } = fastPath;
  const [rules, queue, seenBus] = await Promise.all([
    seeRules(session, fastPath),
    seeQueue(session, at, undelivered.name),
    bus && seeBus(session, bus.name),
  ]);
  return { rules, queue, bus: seenBus };
}

/** A queue with its policy and how much lies in it. */
export const seeQueue = ({ ask, signal }: Session, at: Locality, name: string): Promise<SeenFastPath["queue"]> =>
  answered(signal, async () => {
    const command = new GetQueueAttributesCommand({
      QueueUrl: queueUrl(at, name),
      AttributeNames: ["Policy", "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"],
    });
    const found = await unlessMissing(ask(SQSClient, command));
    if (!found) return undefined;
    const {
      Policy: policy = "",
      ApproximateNumberOfMessages: waiting = 0,
      ApproximateNumberOfMessagesNotVisible: read = 0,
    } = found.Attributes ?? {};
    return { policy, messages: Number(waiting) + Number(read) };
  });

/** A bus with its policy. */
export const seeBus = ({ ask, signal }: Session, Name: string): Promise<NonNullable<SeenFastPath["bus"]>> =>
  answered(signal, async () => {
    const found = await unlessMissing(ask(EventBridgeClient, new DescribeEventBusCommand({ Name })));
    return found && { policy: found.Policy ?? "" };
  });
