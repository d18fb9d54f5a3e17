import { TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { logGroupArn } from "../aws";
import type { Target } from "../fleet";
import { ControlMonitor, checkLogGroup } from "../monitor";
import { OUTPUTS } from "../names";
import { subscribe, topicArn } from "../notify";
import { awsProvider, literals, StateBackend, Variables } from "../terraform";

/** Everything that one target gets: one state, one account, one region. */
export class TargetStack extends TerraformStack {
  constructor(scope: Construct, given: Target) {
    super(scope, given.stackId);
    const target = literals(given);
    const variables = new Variables(this, "variables");

    new StateBackend(this, target.state);
    awsProvider(this, target, variables);
    checkLogGroup(this, target);
    const topic = topicArn(this, target.topic);
    for (const subscription of target.subscriptions) subscribe(this, topic, subscription, variables);
    const monitors = target.controls.map(
      (control) => new ControlMonitor(this, { control, logGroupName: target.logGroup.name, topicArn: topic }),
    );
    this.addOutputs(target, topic, monitors);
  }

  private addOutputs(target: Target, topic: string, monitors: readonly ControlMonitor[]): void {
    const output = (name: string, value: string) => new TerraformOutput(this, name, { value });
    output(OUTPUTS.topicName, target.topic.name);
    output(OUTPUTS.topicArn, topic);
    for (const { node, filter, alarm } of monitors) {
      output(OUTPUTS.alarmName(node.id), alarm.alarmName);
      output(OUTPUTS.alarmArn(node.id), alarm.arn);
      output(OUTPUTS.filterName(node.id), filter.name);
      output(
        OUTPUTS.filterLogGroupArn(node.id),
        logGroupArn({ ...target, account: target.account.id, name: target.logGroup.name }),
      );
    }
  }
}
