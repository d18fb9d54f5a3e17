import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { Construct } from "constructs";
import type { TargetRule } from "../../fleet";
import { atAddress } from "../../terraform";
import { RETRIES } from "./delivery";

export interface EventRuleProps {
  readonly rule: TargetRule;
  /** Name of the hub's bus, by reference, for a rule that listens to it; else the account's own. */
  readonly bus?: string;
  readonly topicArn: string;
  /** ARN of the queue that keeps what could not be delivered. */
  readonly undelivered: string;
}

/** A rule that makes a message of an event, and publishes it to a topic. */
export class EventRule extends Construct {
  constructor(scope: Construct, { rule, bus, topicArn, undelivered }: EventRuleProps) {
    super(scope, rule.address);
    const { name, description, pattern, message } = rule;
    const resource = atAddress(
      rule.address,
      new CloudwatchEventRule(this, "rule", { name, description, eventBusName: bus, eventPattern: pattern }),
    );
    atAddress(
      rule.address,
      new CloudwatchEventTarget(this, "target", {
        rule: resource.name,
        eventBusName: bus,
        targetId: "topic",
        arn: topicArn,
        inputTransformer: { inputPaths: { ...message.paths }, inputTemplate: message.text },
        retryPolicy: RETRIES,
        deadLetterConfig: { arn: undelivered },
      }),
    );
  }
}
