import {
  DeleteRolePermissionsBoundaryCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from "@aws-sdk/client-iam";
import type { Account } from "../../lab/accounts";
import type { Fault } from "./fault";

const policyOf = async ({ iam }: Account, RoleName: string, PolicyName: string): Promise<string> =>
  decodeURIComponent((await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }))).PolicyDocument ?? "");

const roleWith =
  (suffix: "relay" | "beat", PolicyName: string, change: (policy: string) => string): Fault =>
  async (account) => {
    const RoleName = `keywatch-${account.account}-${account.region}-${suffix}`;
    const policy = await policyOf(account, RoleName, PolicyName);
    const put = (PolicyDocument: string) =>
      account.iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument }));
    await put(change(policy));
    return () => put(policy);
  };

const trustWith =
  (suffix: "relay" | "beat", change: (policy: string) => string): Fault =>
  async ({ account, region, iam }) => {
    const RoleName = `keywatch-${account}-${region}-${suffix}`;
    const { Role } = await iam.send(new GetRoleCommand({ RoleName }));
    const policy = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "");
    const put = (PolicyDocument: string) => iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument }));
    await put(change(policy));
    return () => put(policy);
  };

const unbounded: Fault = async ({ account, region, iam }) => {
  const RoleName = `keywatch-${account}-${region}-beat`;
  const { Role } = await iam.send(new GetRoleCommand({ RoleName }));
  const PermissionsBoundary = Role?.PermissionsBoundary?.PermissionsBoundaryArn;
  await iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName }));
  return () => iam.send(new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary }));
};

export const roleFaults = {
  relayToOtherBus: roleWith("relay", "send-to-hub", (policy) => policy.replace("event-bus/", "event-bus/other-")),
  relayToEveryBus: roleWith("relay", "send-to-hub", (policy) => policy.replace(/event-bus\/[^"]+/, "event-bus/*")),
  relayTakenByOthers: trustWith("relay", (policy) => policy.replace(/events\.amazonaws\.com/, "lambda.amazonaws.com")),
  beatIdle: roleWith("beat", "beat", (policy) => policy.replace("kms:GenerateRandom", "kms:ListKeys")),
  beatUnbounded: unbounded,
};
