import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import type { Locality } from "../aws";
import type { MadeTrail } from "../fleet";
import { deliveryPolicy, deliveryTrust } from "./trail-delivery-policy";
import { atTrailAddress } from "./trail-resource";

export interface TrailDeliveryProps {
  readonly created: MadeTrail;
  readonly logGroup: string;
  readonly keyArn: string;
  readonly at: Locality;
}

/** The log group that a trail writes to, and the role with which it does. */
export class TrailDelivery extends Construct {
  readonly logGroup: CloudwatchLogGroup;
  readonly role: IamRole;
  /** What CloudTrail needs before it can write. */
  readonly policy: IamRolePolicy;

  constructor(scope: Construct, { created, logGroup, keyArn, at }: TrailDeliveryProps) {
    super(scope, "delivery");
    this.logGroup = atTrailAddress(
      new CloudwatchLogGroup(this, "log-group", {
        name: logGroup,
        retentionInDays: created.retentionDays,
        kmsKeyId: keyArn,
      }),
    );
    this.role = atTrailAddress(
      new IamRole(this, "role", {
        name: created.role,
        description: `Lets CloudTrail write the events of trail ${created.name} to log group ${logGroup}.`,
        assumeRolePolicy: JSON.stringify(deliveryTrust()),
      }),
    );
    this.policy = atTrailAddress(
      new IamRolePolicy(this, "policy", {
        name: "write-events",
        role: this.role.name,
        policy: JSON.stringify(deliveryPolicy(logGroup, at)),
      }),
    );
  }
}
