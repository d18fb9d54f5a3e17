import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import type { Construct } from "constructs";
import type { TargetTopic } from "../fleet";
import { TOPIC_ADDRESS } from "../names";

/** ARN of the topic that a target's alarms publish to, made here unless it exists already. */
export function topicArn(scope: Construct, topic: TargetTopic): string {
  if (topic.kind === "existing") return topic.arn;
  return new SnsTopic(scope, TOPIC_ADDRESS, { name: topic.name, displayName: topic.displayName }).arn;
}
