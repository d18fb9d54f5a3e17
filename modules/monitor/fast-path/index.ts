import type { Construct } from "constructs";
import type { Locality } from "../../aws";
import type { TargetFastPath, TopicArnOf } from "../../fleet";
import { EventHub } from "./event-hub";
import { EventRelay } from "./event-relay";
import { EventRule } from "./event-rule";
import { UndeliveredQueue } from "./undelivered-queue";

export interface FastPathProps {
  readonly fastPath: TargetFastPath;
  readonly topicArnOf: TopicArnOf;
  readonly at: Locality;
}

/** Makes what tells of events within seconds: rules, a relay to the hub, the hub's bus, and a queue for what fails. */
export function addFastPath(scope: Construct, { fastPath, topicArnOf, at }: FastPathProps): void {
  const { rules, relay, bus, undelivered } = fastPath;
  const queue = new UndeliveredQueue(scope, { undelivered, topicArnOf });
  const hub = bus && new EventHub(scope, { bus });
  if (relay) new EventRelay(scope, { relay, undelivered: queue.arn, at });
  for (const rule of rules) {
    const listensTo = rule.bus && hub?.name;
    new EventRule(scope, { rule, bus: listensTo, topicArn: topicArnOf(rule.topic), undelivered: queue.arn });
  }
}
