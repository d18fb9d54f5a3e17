import { TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { type Locality, logGroupArn } from "../aws";
import { localityOf, type Target, type TargetTrail, type TopicArnOf, topicArnOf } from "../fleet";
import {
  addFastPath,
  addHeartbeat,
  ControlMonitor,
  dashboard,
  metricAlarm,
  OrganizationRelay,
  savedQuery,
  trailLogGroup,
} from "../monitor";
import { OUTPUTS } from "../names";
import { AlertTopic, ChatChannel } from "../notify";
import { awsProvider, boundRoles, literals, StateBackend, Variables } from "../terraform";

/** Everything that one target gets: one state, one account, one region. */
export class TargetStack extends TerraformStack {
  constructor(scope: Construct, given: Target) {
    super(scope, given.stackId);
    const target = literals(given);
    const at = localityOf(target);

    new StateBackend(this, given.state);
    const variables = new Variables(this, "variables");
    awsProvider(this, target, variables);
    if (target.permissionsBoundary) boundRoles(this, target.permissionsBoundary);
    if (target.adopted.length > 0) this.addOverride("import", target.adopted);
    const arnOf = this.addTopics(target, at, variables);
    if (target.trail) this.addMonitors(target, target.trail, at, arnOf);
    if (target.fastPath) addFastPath(this, { fastPath: target.fastPath, topicArnOf: arnOf, at });
    for (const alarm of target.liveness?.alarms ?? []) metricAlarm(this, alarm, arnOf);
    if (target.dashboard) dashboard(this, target.dashboard);
    if (target.organization) new OrganizationRelay(this, { organization: target.organization });
  }

  /** Makes the topics and what is connected to them; returns how they are referred to. */
  private addTopics(target: Target, at: Locality, variables: Variables): TopicArnOf {
    const topics = target.topics.map((topic) => {
      const { arn } = new AlertTopic(this, { topic, at, variables });
      return { ...topic, arn };
    });
    for (const channel of target.chat) {
      new ChatChannel(this, { channel, stackId: target.stackId, topicArns: topics.map(({ arn }) => arn), at });
    }
    for (const { name, arn } of topics.slice(0, 1)) {
      this.addOutput(OUTPUTS.topicName, name);
      this.addOutput(OUTPUTS.topicArn, arn);
    }
    return topicArnOf(topics);
  }

  /** Makes or looks up the trail's log group, watches every control on it, and keeps what asks it. */
  private addMonitors(
    { controls, liveness, queries = [] }: Target,
    trail: TargetTrail,
    at: Locality,
    arnOf: TopicArnOf,
  ): void {
    const logGroupName = trailLogGroup(this, trail, at);
    for (const control of controls) {
      const { filter, alarm } = new ControlMonitor(this, { control, logGroupName, topicArn: arnOf(control.topic) });
      this.addOutput(OUTPUTS.alarmName(control.id), alarm.alarmName);
      this.addOutput(OUTPUTS.alarmArn(control.id), alarm.arn);
      this.addOutput(OUTPUTS.filterName(control.id), filter.name);
      this.addOutput(OUTPUTS.filterLogGroupArn(control.id), logGroupArn(at, trail.logGroup));
    }
    if (liveness?.heartbeat) addHeartbeat(this, { heartbeat: liveness.heartbeat, logGroupName, at });
    for (const query of queries) savedQuery(this, query, logGroupName);
  }

  private addOutput(name: string, value: string): void {
    new TerraformOutput(this, name, { value });
  }
}
