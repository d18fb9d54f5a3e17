import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import type { Construct } from "constructs";
import type { TargetSubscription } from "../fleet";
import type { Variables } from "../terraform";

/** Subscribes one endpoint to a topic. */
export function subscribe(
  scope: Construct,
  topicArn: string,
  { address, endpoint, ...options }: TargetSubscription,
  variables: Variables,
): SnsTopicSubscription {
  return new SnsTopicSubscription(scope, address, { topicArn, endpoint: variables.text(endpoint), ...options });
}
