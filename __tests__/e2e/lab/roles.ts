import { CreatePolicyCommand, CreateRoleCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import type { BoundaryDescription, RoleDescription } from "../../../modules/access";
import type { Account } from "./accounts";
import type { Environment } from "./command";
import type { Emulator } from "./emulator";
import { type Caller, emulatedEnvironment, secretAccessKey } from "./environment";

/** Makes a role as it is described. */
export async function createRole(account: Account, role: RoleDescription): Promise<void> {
  const { name: RoleName, path: Path, trust } = role;
  await account.iam.send(new CreateRoleCommand({ RoleName, Path, AssumeRolePolicyDocument: JSON.stringify(trust) }));
  await allow(account, role);
}

/** Makes the policy that bounds roles. */
export async function createBoundary({ iam }: Account, boundary: BoundaryDescription): Promise<void> {
  const { path: Path, name: PolicyName, document } = boundary;
  await iam.send(new CreatePolicyCommand({ Path, PolicyName, PolicyDocument: JSON.stringify(document) }));
}

/** Lets a role do what its description says, and nothing that it could do before. */
export async function allow({ iam }: Account, { name: RoleName, policies }: RoleDescription): Promise<void> {
  for (const { name: PolicyName, document } of policies) {
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument: JSON.stringify(document) }));
  }
}

/** The environment of commands that run as a role, which its account's own root enters. */
export async function environmentOf(aws: Emulator, { account, region }: Caller, role: string): Promise<Environment> {
  const sts = new STSClient({
    region,
    endpoint: aws.url,
    credentials: { accessKeyId: account, secretAccessKey },
  });
  const RoleArn = `arn:aws:iam::${account}:role/${role}`;
  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "lab" }));
  return {
    ...emulatedEnvironment(aws, { account, region }),
    AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? "",
    AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? "",
    AWS_SESSION_TOKEN: Credentials?.SessionToken ?? "",
  };
}
