import { isDeepStrictEqual } from "node:util";
import type { Target } from "../../../fleet";
import { ruleKey } from "../collect/rules";
import type { SeenRule } from "../seen";
import { type Link, onAnswer, type Ruling, rulesOn } from "./link";

/** The fast path: EventBridge's rules, which tell within seconds. */
export const fastPath: Link = {
  name: "Fast path",
  steps: {
    "rule-exists": {
      title: "The rule exists",
      expected: "An EventBridge rule of the name that the stack gives it, on its bus.",
      remedy: "Deploy the stack again.",
      otherwise: "fail",
    },
    "rule-enabled": {
      title: "The rule is on",
      expected: "State is ENABLED.",
      remedy: "aws events enable-rule; find in CloudTrail who switched it off: DisableRule.",
      otherwise: "fail",
    },
    "rule-pattern": {
      title: "The rule waits for its events",
      expected: "The event pattern that the stack gives it.",
      remedy: "Deploy the stack again, and find in CloudTrail who changed it: PutRule.",
      otherwise: "fail",
    },
    "rule-target": {
      title: "The rule sends to its topic, or to its hub's bus",
      expected: "The ARN of the topic, or of the bus, among the rule's targets.",
      remedy: "Deploy the stack again, and find in CloudTrail who changed it: RemoveTargets.",
      otherwise: "fail",
    },
  },
  judge: ({ target, seen }) =>
    wantedRules(target).flatMap((wanted) => {
      const answer = seen.rules.get(wanted.key);
      return answer
        ? onAnswer(answer, { id: "rule-exists", resource: wanted.key }, (found, at) => judgeRule(wanted, found, at))
        : [];
    }),
};

interface WantedRule {
  readonly key: string;
  readonly pattern: string;
  /** ARN of what it sends to. */
  readonly to: string;
}

function wantedRules({ fastPath, topics }: Target): readonly WantedRule[] {
  if (!fastPath) return [];
  const { rules, relay, bus } = fastPath;
  const arnOf = (topic: string) => topics.find(({ address }) => address === topic)?.arn ?? "";
  return [
    ...rules.map(({ name, onHubBus, pattern, topic }) => ({
      key: ruleKey(name, onHubBus ? bus?.name : undefined),
      pattern,
      to: arnOf(topic),
    })),
    ...(relay ? [{ key: ruleKey(relay.name), pattern: relay.pattern, to: relay.busArn }] : []),
  ];
}

function judgeRule({ key, pattern, to }: WantedRule, found: SeenRule | undefined, at: string): readonly Ruling[] {
  const rule = rulesOn({ at, resource: key });
  if (!found) return [rule("rule-exists", false, `There is no rule ${key}.`)];
  const same = isDeepStrictEqual(parsed(found.pattern), parsed(pattern));
  const sends = found.targets.includes(to);
  return [
    rule("rule-exists", true, `${key} exists.`),
    rule("rule-enabled", found.state === "ENABLED", `Its state is ${found.state}.`),
    rule("rule-pattern", same, same ? "Its pattern is the stack's." : `Its pattern is ${found.pattern}`, {
      expected: pattern,
    }),
    rule(
      "rule-target",
      sends,
      sends ? `It sends to ${to}.` : `It sends to: ${found.targets.join(", ") || "nothing"}.`,
      {
        expected: `It sends to ${to}.`,
      },
    ),
  ];
}

function parsed(pattern: string): unknown {
  try {
    return JSON.parse(pattern);
  } catch {
    return pattern;
  }
}
