import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { policy } from "../aws";
import { localityOf, type StateBucket } from "../fleet";
import { STATE_ADDRESS } from "../names";
import { bucketOnlyTls, PrivateBucket, StateReplication } from "../storage";
import { awsProvider, boundRoles, furtherProvider, literals, StateBackend, Variables } from "../terraform";

/** The bucket that keeps the states of all stacks, its own among them. */
export class StateStack extends TerraformStack {
  constructor(scope: Construct, given: StateBucket) {
    super(scope, given.stackId);
    const state = literals(given);
    const at = localityOf(state);
    const variables = new Variables(this, "variables");

    new StateBackend(this, given.state);
    awsProvider(this, state, variables);
    if (state.permissionsBoundary) boundRoles(this, state.permissionsBoundary);
    const source = new PrivateBucket(this, {
      address: STATE_ADDRESS.bucket,
      name: state.bucket,
      key: state.key,
      keepDays: state.keepDays,
      policy: policy(bucketOnlyTls(at, state.bucket)),
    });
    if (!state.replica) return;
    const provider = furtherProvider(this, state, state.replica.region, variables);
    new StateReplication(this, { source, state, replica: state.replica, at, provider });
  }
}
