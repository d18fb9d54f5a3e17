import type { IdentityStatement, PolicyDocument } from "../aws";
import { relayPermission } from "../events";
import { localityOf, type StateBucket, type Target } from "../fleet";
import { heartbeatPermission } from "../monitor/heartbeat/policies";
import { deliveryPolicy } from "../monitor/trail-delivery-policy";
import { replicationPolicy } from "../storage/replication-policy";

type Statements = readonly IdentityStatement[];

const statementsIn = (...documents: readonly PolicyDocument<IdentityStatement>[]): Statements =>
  documents.flatMap(({ Statement }) => Statement);

/** What the roles may do that a target's stack makes, by their own policies. */
export function grantedIn(target: Target): Statements {
  const { trail, fastPath, liveness } = target;
  return statementsIn(
    ...(trail?.created ? [deliveryPolicy(trail.logGroup, localityOf(target))] : []),
    ...(fastPath?.relay ? [relayPermission(fastPath.relay.busArn)] : []),
    ...(liveness?.heartbeat ? [heartbeatPermission(liveness.heartbeat.action)] : []),
  );
}

/** What the roles of a hub's organization may do, in whichever of its accounts. */
export const grantedByHub = ({ fastPath }: Target): Statements =>
  fastPath?.bus?.organization ? statementsIn(relayPermission(fastPath.bus.arn)) : [];

/** What the role of a bucket's copy may do. */
export const grantedOnCopy = (state: StateBucket): Statements =>
  state.replica ? statementsIn(replicationPolicy(state, state.replica, localityOf(state))) : [];
