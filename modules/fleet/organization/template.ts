import { eventBusArn, type Locality, type Partition, policyArn } from "../../aws";
import { ANY_ALERT, RELAY, relayPermission, relayTrust } from "../../events";
import { fastPathNames, ORGANIZATION_RESOURCES, organizationNames, ROLE_POLICIES } from "../../names";
import { anyOf, type Condition, equal, withIntrinsics } from "./intrinsics";

/** Whichever account and region a stack of the StackSet is made in. */
const HERE: Locality = {
  partition: "${AWS::Partition}" as Partition,
  region: "${AWS::Region}",
  account: "${AWS::AccountId}",
};

/** What the stacks of a StackSet send, and to whom. */
export interface Relay {
  readonly fleet: string;
  /** Id of the account whose bus, in the same region, gets the events. */
  readonly hub: string;
  /** Accounts that do not send, and `<account>/<region>` of those that do not from there. */
  readonly silent: readonly string[];
  /** Name, its path in front, of the policy of each account that bounds the role. */
  readonly boundary?: string;
}

/**
 * The CloudFormation template, as JSON, of what sends the key events of an account and region to the bus of the hub: a
 * rule, and a role that may do nothing else.
 *
 * Who does not send has a rule that is off. CloudFormation's own filter of accounts would not do: automatic deployment
 * passes over it.
 *
 * Sources: EventBridge User Guide, "Sending and receiving events between AWS accounts"; CloudFormation User Guide,
 * "Enable or disable automatic deployments for StackSets", considerations.
 */
export function relayTemplate({ fleet, hub, silent, boundary }: Relay): string {
  const { rule, role } = organizationNames(fleet, HERE.region);
  const bus = eventBusArn({ ...HERE, account: hub }, fastPathNames(fleet, hub, HERE.region).bus);
  const template = withIntrinsics({
    AWSTemplateFormatVersion: "2010-09-09",
    Description: `Sends the key events of this account and region to the bus of account ${hub}.`,
    ...(silent.length > 0 ? { Conditions: { Silent: anyOf(silent.map(isHere)) } } : {}),
    Resources: {
      [ORGANIZATION_RESOURCES.role]: {
        Type: "AWS::IAM::Role",
        Properties: {
          RoleName: role,
          AssumeRolePolicyDocument: relayTrust(rule, HERE),
          ...(boundary === undefined ? {} : { PermissionsBoundary: policyArn(HERE, boundary) }),
          Policies: [{ PolicyName: ROLE_POLICIES.relay, PolicyDocument: relayPermission(bus) }],
        },
      },
      [ORGANIZATION_RESOURCES.rule]: {
        Type: "AWS::Events::Rule",
        Properties: {
          Name: rule,
          Description: RELAY.description,
          EventPattern: ANY_ALERT,
          State: silent.length > 0 ? { "Fn::If": ["Silent", "DISABLED", "ENABLED"] } : "ENABLED",
          Targets: [{ Id: RELAY.targetId, Arn: bus, RoleArn: { "Fn::GetAtt": [ORGANIZATION_RESOURCES.role, "Arn"] } }],
        },
      },
    },
  });
  return JSON.stringify(template);
}

const isHere = (silent: string): Condition =>
  equal(silent.includes("/") ? `${HERE.account}/${HERE.region}` : HERE.account, silent);
