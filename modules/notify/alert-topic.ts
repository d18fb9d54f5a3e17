import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";
import type { Locality } from "../aws";
import type { MadeTopic, TargetSubscription, TargetTopic } from "../fleet";
import { atAddress, type Variables } from "../terraform";
import { topicKey } from "./topic-key";
import { topicPolicy } from "./topic-policy";

export interface AlertTopicProps {
  readonly topic: TargetTopic;
  readonly at: Locality;
  readonly variables: Variables;
}

/** A topic that alerts go to, made here or used as it is, with its subscriptions. */
export class AlertTopic extends Construct {
  readonly arn: string;

  constructor(scope: Construct, { topic, at, variables }: AlertTopicProps) {
    super(scope, topic.address);
    this.arn = topic.kind === "made" ? this.make(topic, at) : topic.arn;
    for (const subscription of topic.subscriptions) this.subscribe(subscription, variables);
  }

  /** Makes topic, key and policy, and returns the topic's ARN. */
  private make(topic: MadeTopic, at: Locality): string {
    const { arn } = atAddress(
      topic.address,
      new SnsTopic(this, "topic", {
        name: topic.name,
        displayName: topic.displayName,
        kmsMasterKeyId: this.keyOf(topic, at),
      }),
    );
    atAddress(
      topic.address,
      new SnsTopicPolicy(this, "policy", { arn, policy: JSON.stringify(topicPolicy(topic, at)) }),
    );
    return arn;
  }

  private keyOf(topic: MadeTopic, at: Locality): string | undefined {
    const { encryption } = topic;
    switch (encryption.kind) {
      case "managed":
        return topicKey(this, topic, encryption.keepers, at).arn;
      case "existing":
        return encryption.keyArn;
      case "none":
        return undefined;
    }
  }

  private subscribe({ address, endpoint, ...options }: TargetSubscription, variables: Variables): void {
    atAddress(
      address,
      new SnsTopicSubscription(this, address, {
        topicArn: this.arn,
        endpoint: variables.text(endpoint),
        ...options,
      }),
    );
  }
}
