import {
  defaultScheduleGroupArn,
  type IdentityStatement,
  type Locality,
  type PolicyDocument,
  roleArn,
  ruleArn,
  SERVICE,
  type TrustStatement,
} from "../../aws";
import { relayPermission, relayTrust } from "../../events";
import { localityOf, type Target, type TargetFastPath, type TargetHeartbeat } from "../../fleet";
import { heartbeatPermission, heartbeatTrust } from "../../monitor/heartbeat/policies";
import { ROLE_POLICIES } from "../../names";
import { assumeRequest, holderRequest, type PolicyRequest } from "../../proof";

/** A role with which a service of AWS acts for a stack. */
export interface WantedRole {
  readonly name: string;
  readonly arn: string;
  /** Name of the policy that says what it may do. */
  readonly policy: string;
  /** What the stack gives it. */
  readonly trust: PolicyDocument<TrustStatement>;
  readonly permission: PolicyDocument<IdentityStatement>;
  /** ARN of its permissions boundary, where the stack gives it one. */
  readonly boundary?: string;
  /** The calls that it is for: who takes it, and what is done with it. */
  readonly taken: PolicyRequest;
  readonly used: PolicyRequest;
}

/** The roles of a relay and of a heartbeat. */
export function wantedRoles(target: Target): WantedRole[] {
  const at = localityOf(target);
  const { permissionsBoundary: boundary } = target;
  const { relay } = target.fastPath ?? {};
  const { heartbeat } = target.liveness ?? {};
  const roles = [...(relay ? [relayRole(relay, at)] : []), ...(heartbeat ? [beatRole(heartbeat, at)] : [])];
  return roles.map((role) => ({ ...role, boundary }));
}

const relayRole = ({ role, name, busArn }: NonNullable<TargetFastPath["relay"]>, at: Locality): WantedRole => ({
  name: role,
  arn: roleArn(at, role),
  policy: ROLE_POLICIES.relay,
  trust: relayTrust(name, at),
  permission: relayPermission(busArn),
  taken: assumeRequest({ service: SERVICE.events, account: at.account, arn: ruleArn(at, name) }),
  used: holderRequest("events:PutEvents", at.account, busArn),
});

const beatRole = ({ name, action }: TargetHeartbeat, at: Locality): WantedRole => ({
  name,
  arn: roleArn(at, name),
  policy: ROLE_POLICIES.heartbeat,
  trust: heartbeatTrust(at),
  permission: heartbeatPermission(action),
  taken: assumeRequest({
    service: SERVICE.scheduler,
    account: at.account,
    arn: defaultScheduleGroupArn(at),
  }),
  used: holderRequest(action, at.account),
});
