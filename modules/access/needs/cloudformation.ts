import { type Locality, resourceTypeArn, stackSetArn, stackSetTargetArn } from "../../aws";
import { localityOf, type Target, type TargetOrganization } from "../../fleet";
import type { Need, Scope } from "../need";
import { EVERYTHING, NO_NARROWER } from "../scopes";

const ofOrganization =
  (on: (organization: TargetOrganization, at: Locality) => readonly string[]) => (target: Target) =>
    target.organization ? on(target.organization, localityOf(target)) : [];

const MAKE_STACK_SET: Scope = {
  sid: "MakeStackSet",
  label: NO_NARROWER,
  on: ofOrganization(() => EVERYTHING),
};

export const STACK_SET: Scope = {
  sid: "StackSet",
  label: "the StackSet of an organization",
  on: ofOrganization(({ stackSet }, at) => [stackSetArn(at, stackSet)]),
};

/** What the stacks of a StackSet are made of. */
const TYPES = ["AWS::IAM::Role", "AWS::Events::Rule"];

/** Source: CloudFormation User Guide, "Prerequisites for using StackSets", sample policies. */
const STACKS: Scope = {
  sid: "StackSetStacks",
  label: "the StackSet, its units and the types of what it makes",
  on: ofOrganization(({ stackSet, units }, at) => [
    stackSetArn(at, stackSet),
    ...units.map((unit) => stackSetTargetArn(at, stackSet, unit)),
    ...TYPES.map((type) => resourceTypeArn(at, type)),
  ]),
};

/**
 * CloudFormation asks it in the name of who calls as a delegated administrator; without it that account is none to it.
 *
 * Source: Terraform AWS provider, `aws_cloudformation_stack_set`, `call_as`.
 */
export const ADMINISTRATORS: Scope = {
  sid: "FindAdministrators",
  label: NO_NARROWER,
  on: ofOrganization(({ callAs }) => (callAs === "DELEGATED_ADMIN" ? EVERYTHING : [])),
};

/** What the resources of CloudFormation ask for; in the accounts it works by a role of its own. */
export const CLOUDFORMATION = {
  aws_cloudformation_stack_set: [
    { scope: MAKE_STACK_SET, write: ["cloudformation:CreateStackSet"] },
    {
      scope: STACK_SET,
      read: ["cloudformation:DescribeStackSet"],
      write: ["cloudformation:DescribeStackSetOperation", "cloudformation:TagResource", "cloudformation:UntagResource"],
      end: ["cloudformation:DeleteStackSet"],
    },
    { scope: STACKS, write: ["cloudformation:UpdateStackSet"] },
    { scope: ADMINISTRATORS, read: ["organizations:ListDelegatedAdministrators"] },
  ],
  aws_cloudformation_stack_set_instance: [
    {
      scope: STACK_SET,
      read: ["cloudformation:ListStackInstances"],
      write: ["cloudformation:DescribeStackSetOperation", "cloudformation:ListStackSetOperationResults"],
    },
    {
      scope: STACKS,
      write: ["cloudformation:CreateStackInstances"],
      end: ["cloudformation:DeleteStackInstances"],
    },
  ],
} as const satisfies Record<string, readonly Need[]>;
