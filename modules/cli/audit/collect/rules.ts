import { DescribeRuleCommand, EventBridgeClient, ListTargetsByRuleCommand } from "@aws-sdk/client-eventbridge";
import type { TargetFastPath } from "../../../fleet";
import { type Answer, answered, type Session, unlessMissing } from "../../aws";
import type { SeenRule } from "../seen";

/** The rules of a fast path, by name, each with the bus that it listens to; without one, the account's own. */
export const rulesOf = ({
  rules,
  relay,
  bus,
}: TargetFastPath): readonly { readonly name: string; readonly bus?: string }[] => [
  ...rules.map(({ name, onHubBus }) => ({ name, bus: onHubBus ? bus?.name : undefined })),
  ...(relay ? [{ name: relay.name }] : []),
];

/** A rule as it is known in an account: rules of different buses may share a name. */
export const ruleKey = (name: string, bus?: string): string => [...(bus ? [bus] : []), name].join("/");

/** The rules of a fast path with what they send to. */
export async function seeRules(
  session: Session,
  fastPath: TargetFastPath,
): Promise<Map<string, Answer<SeenRule | undefined>>> {
  const rules = rulesOf(fastPath).map(
    async ({ name, bus }) => [ruleKey(name, bus), await seeRule(session, name, bus)] as const,
  );
  return new Map(await Promise.all(rules));
}

const seeRule = (
  { ask, signal }: Session,
  name: string,
  EventBusName?: string,
): Promise<Answer<SeenRule | undefined>> =>
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
