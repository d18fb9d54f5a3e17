import {
  CreateStackInstancesCommand,
  DeleteStackInstancesCommand,
  DeleteStackSetCommand,
  DescribeStackSetCommand,
  ListStackInstancesCommand,
  type StackSet,
  UpdateStackSetCommand,
} from "@aws-sdk/client-cloudformation";
import type { Account } from "../../lab/accounts";
import type { Fault } from "./fault";

const StackSetName = "keywatch-organization";

async function stackSetIn({ cloudformation }: Account): Promise<StackSet> {
  const { StackSet = {} } = await cloudformation.send(new DescribeStackSetCommand({ StackSetName }));
  return StackSet;
}

const updated =
  (change: (stackSet: StackSet) => Pick<StackSet, "TemplateBody" | "AutoDeployment">): Fault =>
  async (account) => {
    const { TemplateBody, AutoDeployment } = await stackSetIn(account);
    const update = (changes: Pick<StackSet, "TemplateBody" | "AutoDeployment">) =>
      account.cloudformation.send(new UpdateStackSetCommand({ StackSetName, ...changes }));
    await update(change({ TemplateBody, AutoDeployment }));
    return () => update({ TemplateBody, AutoDeployment });
  };

/** Takes the stacks of some regions away; the emulator asks for the accounts in place of their unit. */
async function withdraw({ cloudformation }: Account, Regions: string[]): Promise<void> {
  const { Summaries = [] } = await cloudformation.send(new ListStackInstancesCommand({ StackSetName }));
  const Accounts = [...new Set(Summaries.flatMap(({ Account }) => Account ?? []))];
  await cloudformation.send(new DeleteStackInstancesCommand({ StackSetName, Accounts, Regions, RetainStacks: false }));
}

const withdrawnFrom =
  (...Regions: string[]): Fault =>
  async (account) => {
    const { OrganizationalUnitIds } = await stackSetIn(account);
    await withdraw(account, Regions);
    return () =>
      account.cloudformation.send(
        new CreateStackInstancesCommand({ StackSetName, Regions, DeploymentTargets: { OrganizationalUnitIds } }),
      );
  };

export const stackSetFaults = {
  otherTemplate: updated(({ TemplateBody = "" }) => ({
    TemplateBody: TemplateBody.replace('"events:PutEvents"', '"events:PutRule"'),
  })),
  notByItself: updated(() => ({ AutoDeployment: { Enabled: false } })),
  outOfOneRegion: withdrawnFrom("us-east-1"),
  outOfAllRegions: withdrawnFrom("eu-west-1", "us-east-1"),
};

/** Takes a StackSet away for good. */
export async function deleteStackSet(account: Account): Promise<void> {
  const { Regions = [] } = await stackSetIn(account);
  await withdraw(account, Regions);
  await account.cloudformation.send(new DeleteStackSetCommand({ StackSetName }));
}
