import { DescribeRuleCommand, EventBridgeClient, ListTargetsByRuleCommand } from "@aws-sdk/client-eventbridge";
import type { TargetFastPath, TargetRule } from "../../../fleet";
import { type Answer, answered, type Session, unlessMissing } from "../../aws";
import type { SeenRule } from "../seen";

/** A rule's name, and the bus that it listens to; without one, the account's own. */
type Named = Pick<TargetRule, "name" | "bus">;

/** A rule as it is known in an account: rules of different buses may share a name. */
export const ruleKey = ({ name, bus }: Named): string => [...(bus ? [bus] : []), name].join("/");

/** The rules of a fast path with what they send to. */
export async function seeRules(
  session: Session,
  { rules, relay }: TargetFastPath,
): Promise<Map<string, Answer<SeenRule | undefined>>> {
  const named: readonly Named[] = [...rules, ...(relay ? [relay] : [])];
  return new Map(await Promise.all(named.map(async (rule) => [ruleKey(rule), await seeRule(session, rule)] as const)));
}

const seeRule = ({ ask, signal }: Session, { name, bus: EventBusName }: Named): Promise<Answer<SeenRule | undefined>> =>
  answered(signal, async () => {
    const found = await unlessMissing(ask(EventBridgeClient, new DescribeRuleCommand({ Name: name, EventBusName })));
    if (!found) return undefined;
    const { Targets = [] } = await ask(EventBridgeClient, new ListTargetsByRuleCommand({ Rule: name, EventBusName }));
    return {
      state: found.State ?? "",
      pattern: found.EventPattern ?? "",
      targets: Targets.map(({ Arn: arn = "", RoleArn: role, DeadLetterConfig: deadLetters }) => ({
        arn,
        role,
        queue: deadLetters?.Arn,
      })),
    };
  });
