import { mapTexts } from "../../values";
import type { BoundaryDescription } from "../boundary";
import type { RoleDescription } from "../describe";
import type { Described } from "./described";

/** What stands for the account in a template: the one that its stack is in. */
export const CLOUDFORMATION_ACCOUNT = "${AWS::AccountId}";

/** Bytes of a template that is not given from S3. Source: CloudFormation User Guide, "Understand CloudFormation quotas". */
export const TEMPLATE_SIZE = 51_200;

/** A template of CloudFormation, as a StackSet deploys it to every account; in one region, because roles have none. */
export const cloudFormationTemplate = ({ roles, boundary }: Described): object => ({
  AWSTemplateFormatVersion: "2010-09-09",
  Description: "The roles of Keywatch. Written by keywatch permissions.",
  Resources: Object.fromEntries([...roles.flatMap(resourcesOf), ...(boundary ? [policyResource(boundary)] : [])]),
});

function resourcesOf({ name, path, description, trust, policies }: RoleDescription): [string, object][] {
  const id = logicalId(name);
  return [
    [
      id,
      {
        Type: "AWS::IAM::Role",
        Properties: {
          RoleName: name,
          Path: path,
          Description: description,
          AssumeRolePolicyDocument: substituted(trust),
        },
      },
    ],
    ...policies.map((policy) => policyResource({ ...policy, path, description }, { Roles: [{ Ref: id }] })),
  ];
}

/** A managed policy, and who has it. */
const policyResource = (
  { name, path, description, document }: BoundaryDescription,
  attached: object = {},
): [string, object] => [
  `${logicalId(name)}Policy`,
  {
    Type: "AWS::IAM::ManagedPolicy",
    Properties: {
      ManagedPolicyName: name,
      Path: path,
      Description: description,
      PolicyDocument: substituted(document),
      ...attached,
    },
  },
];

/** Ids hold letters and digits alone: `keywatch-deploy-2` is `KeywatchDeploy2`. */
const logicalId = (name: string): string =>
  name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");

/** A text in which nothing but the account is filled in. */
const template = (text: string): string =>
  text
    .split(CLOUDFORMATION_ACCOUNT)
    .map((part) => part.replaceAll("${", "${!"))
    .join(CLOUDFORMATION_ACCOUNT);

/** A policy in which every text that names the account is filled in by CloudFormation. */
const substituted = (document: unknown): unknown =>
  mapTexts(document, (text) => (text.includes(CLOUDFORMATION_ACCOUNT) ? { "Fn::Sub": template(text) } : text));
