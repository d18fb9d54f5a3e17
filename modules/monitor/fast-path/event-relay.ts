import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import type { Locality } from "../../aws";
import { RELAY, relayPermission, relayTrust } from "../../events";
import type { TargetFastPath } from "../../fleet";
import { FAST_PATH, ROLE_POLICIES } from "../../names";
import { atAddress } from "../../terraform";
import { RETRIES } from "./delivery";

export interface EventRelayProps {
  readonly relay: NonNullable<TargetFastPath["relay"]>;
  /** ARN of the queue that keeps what could not be delivered. */
  readonly undelivered: string;
  readonly at: Locality;
}

/** Sends the key events of an account to the bus of its hub, with a role that may do nothing else. */
export class EventRelay extends Construct {
  constructor(scope: Construct, { relay, undelivered, at }: EventRelayProps) {
    super(scope, FAST_PATH.relay);
    const role = atAddress(
      FAST_PATH.relay,
      new IamRole(this, "role", {
        name: relay.role,
        assumeRolePolicy: JSON.stringify(relayTrust(relay.name, at)),
      }),
    );
    const permission = atAddress(
      FAST_PATH.relay,
      new IamRolePolicy(this, "permission", {
        name: ROLE_POLICIES.relay,
        role: role.name,
        policy: JSON.stringify(relayPermission(relay.busArn)),
      }),
    );
    const rule = atAddress(
      FAST_PATH.relay,
      new CloudwatchEventRule(this, "rule", {
        name: relay.name,
        description: RELAY.description,
        eventPattern: relay.pattern,
      }),
    );
    atAddress(
      FAST_PATH.relay,
      new CloudwatchEventTarget(this, "target", {
        rule: rule.name,
        targetId: RELAY.targetId,
        arn: relay.busArn,
        roleArn: role.arn,
        retryPolicy: RETRIES,
        deadLetterConfig: { arn: undelivered },
        dependsOn: [permission],
      }),
    );
  }
}
