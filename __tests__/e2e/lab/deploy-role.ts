import type { Emulator } from "./emulator";
import { emulatedEnvironment } from "./environment";
import { newStack } from "./folder";
import { awsProvider } from "./provider";
import { Terraform } from "./terraform";

/** A role for deploys; an emulator without `auth` lets everybody assume any role, also one that does not exist. */
export interface DeployRoleProps {
  readonly account: string;
  readonly name: string;
  /** The account whose principals may assume it. */
  readonly trusted: string;
  /** The actions it allows, on everything. */
  readonly actions: readonly string[];
}

/** Makes a deploy role as the account's own root. */
export async function createDeployRole(emulator: Emulator, props: DeployRoleProps): Promise<void> {
  const { account } = props;
  const env = emulatedEnvironment(emulator, { account, region: "us-east-1" });
  const terraform = new Terraform(newStack(`role-${account}`, describeRole(props)), env);
  await terraform.init();
  await terraform.apply();
}

function describeRole({ name, trusted, actions }: DeployRoleProps): object {
  const trust = { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${trusted}:root` }, Action: "sts:AssumeRole" };
  const allow = { Effect: "Allow", Action: actions, Resource: "*" };
  return {
    terraform: { required_providers: { aws: awsProvider } },
    resource: {
      aws_iam_role: { deploy: { name, assume_role_policy: policy(trust) } },
      aws_iam_role_policy: { deploy: { role: "${aws_iam_role.deploy.name}", policy: policy(allow) } },
    },
  };
}

function policy(statement: object): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}
