import {
  DisableRuleCommand,
  EnableRuleCommand,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  type Target,
} from "@aws-sdk/client-eventbridge";
import type { Account } from "../../lab/accounts";
import type { Fault } from "./fault";

const firstRule = async ({ events }: Account): Promise<string> =>
  (await events.send(new ListRulesCommand({}))).Rules?.[0]?.Name ?? "";

const targetsWith =
  (change: (target: Target) => Target): Fault =>
  async (account) => {
    const Rule = await firstRule(account);
    const { Targets = [] } = await account.events.send(new ListTargetsByRuleCommand({ Rule }));
    await account.events.send(new PutTargetsCommand({ Rule, Targets: Targets.map(change) }));
    return () => account.events.send(new PutTargetsCommand({ Rule, Targets }));
  };

export const ruleFaults = {
  disabled: (async (account) => {
    const Name = await firstRule(account);
    await account.events.send(new DisableRuleCommand({ Name }));
    return () => account.events.send(new EnableRuleCommand({ Name }));
  }) as Fault,
  withoutTarget: (async (account) => {
    const Rule = await firstRule(account);
    const { Targets } = await account.events.send(new ListTargetsByRuleCommand({ Rule }));
    await account.events.send(new RemoveTargetsCommand({ Rule, Ids: Targets?.map(({ Id }) => Id ?? "") }));
    return () => account.events.send(new PutTargetsCommand({ Rule, Targets }));
  }) as Fault,
  withoutQueue: targetsWith(({ DeadLetterConfig: _, ...target }) => target),
  otherRole: targetsWith((target) => ({ ...target, RoleArn: `${target.RoleArn}-other` })),
};
