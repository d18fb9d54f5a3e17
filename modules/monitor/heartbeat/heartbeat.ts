import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { Construct } from "constructs";
import type { Locality } from "../../aws";
import type { TargetHeartbeat } from "../../fleet";
import { HEARTBEAT_ADDRESS, ROLE_POLICIES } from "../../names";
import { atAddress } from "../../terraform";
import { heartbeatPermission, heartbeatTrust } from "./policies";

export interface HeartbeatProps {
  readonly heartbeat: TargetHeartbeat;
  readonly logGroupName: string;
  readonly at: Locality;
}

/** A harmless call to KMS every hour, and the filter that counts it where key events are counted. */
export class Heartbeat extends Construct {
  constructor(scope: Construct, { heartbeat, logGroupName, at }: HeartbeatProps) {
    super(scope, HEARTBEAT_ADDRESS);
    this.addFilter(heartbeat, logGroupName);
    this.addSchedule(heartbeat, this.addRole(heartbeat, at));
  }

  private addFilter({ filter }: TargetHeartbeat, logGroupName: string): void {
    const { name, namespace, value } = filter.metric;
    atAddress(
      HEARTBEAT_ADDRESS,
      new CloudwatchLogMetricFilter(this, "filter", {
        name: filter.name,
        logGroupName,
        pattern: filter.pattern,
        metricTransformation: { name, namespace, value },
      }),
    );
  }

  private addRole({ name, action }: TargetHeartbeat, at: Locality): IamRole {
    const role = atAddress(
      HEARTBEAT_ADDRESS,
      new IamRole(this, "role", {
        name,
        description: "Lets EventBridge Scheduler make the call that proves the path of Keywatch's alerts.",
        assumeRolePolicy: JSON.stringify(heartbeatTrust(at)),
      }),
    );
    atAddress(
      HEARTBEAT_ADDRESS,
      new IamRolePolicy(this, "policy", {
        name: ROLE_POLICIES.heartbeat,
        role: role.name,
        policy: JSON.stringify(heartbeatPermission(action)),
      }),
    );
    return role;
  }

  private addSchedule({ name, rate, operation, input }: TargetHeartbeat, role: IamRole): void {
    atAddress(
      HEARTBEAT_ADDRESS,
      new SchedulerSchedule(this, "schedule", {
        name,
        description: "Calls KMS for a random byte: an event that Keywatch expects to count.",
        scheduleExpression: rate,
        flexibleTimeWindow: { mode: "OFF" },
        target: { arn: operation, roleArn: role.arn, input },
      }),
    );
  }
}
