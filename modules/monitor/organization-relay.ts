import { CloudformationStackSet } from "@cdktf/provider-aws/lib/cloudformation-stack-set";
import { CloudformationStackSetInstance } from "@cdktf/provider-aws/lib/cloudformation-stack-set-instance";
import { Construct } from "constructs";
import type { TargetOrganization } from "../fleet";
import { ORGANIZATION_ADDRESS } from "../names";
import { atAddress } from "../terraform";

/**
 * How CloudFormation works through the accounts: all at once, and to the end unless one in ten of a region fails. An
 * account of which a region is off, or which is suspended, holds no other back.
 *
 * Source: CloudFormation API Reference, "StackSetOperationPreferences".
 */
const PACE = {
  maxConcurrentPercentage: 100,
  failureTolerancePercentage: 10,
  regionConcurrencyType: "PARALLEL",
} as const;

/** How long Terraform waits for it: as long as a job of GitHub Actions may last. */
const PATIENCE = "6h";

export interface OrganizationRelayProps {
  readonly organization: TargetOrganization;
}

/**
 * Has CloudFormation make what sends the key events of an organization's accounts to their hub, in every account that
 * there is and in every one that comes: two resources and one for each unit and region, however many accounts there are.
 */
export class OrganizationRelay extends Construct {
  constructor(scope: Construct, { organization }: OrganizationRelayProps) {
    super(scope, ORGANIZATION_ADDRESS.stackSet);
    const { stackSet: name, units, regions, callAs, template } = organization;
    const stackSet = atAddress(
      ORGANIZATION_ADDRESS.stackSet,
      new CloudformationStackSet(this, "stack-set", {
        name,
        description: "Sends the key events of the organization's accounts to the hub.",
        permissionModel: "SERVICE_MANAGED",
        callAs,
        autoDeployment: { enabled: true, retainStacksOnAccountRemoval: false },
        managedExecution: { active: true },
        capabilities: ["CAPABILITY_NAMED_IAM"],
        templateBody: template,
        operationPreferences: PACE,
        timeouts: { update: PATIENCE },
        // AWS names a role of its own here, which providers below 6 take for a change.
        lifecycle: { ignoreChanges: ["administration_role_arn"] },
      }),
    );
    for (const unit of units) {
      for (const region of regions) {
        const address = ORGANIZATION_ADDRESS.stacks(unit, region);
        atAddress(
          address,
          new CloudformationStackSetInstance(this, address, {
            stackSetName: stackSet.name,
            region,
            callAs,
            deploymentTargets: { organizationalUnitIds: [unit] },
            operationPreferences: { ...PACE, concurrencyMode: "SOFT_FAILURE_TOLERANCE" },
            timeouts: { create: PATIENCE, update: PATIENCE, delete: PATIENCE },
          }),
        );
      }
    }
  }
}
