import { isDeepStrictEqual } from "node:util";
import { roleArn } from "../../../aws";
import { localityOf, type Target, topicArnOf } from "../../../fleet";
import { ruleKey } from "../collect/rules";
import type { SeenRule } from "../seen";
import { type Link, onAnswer, type Ruling, rulesOn } from "./link";
import { parsed } from "./parsed";

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
      expected: "The ARN of the topic, or of the bus with the role of the relay, among the rule's targets.",
      remedy: "Deploy the stack again, and find in CloudTrail who changed it: PutTargets, RemoveTargets.",
      otherwise: "fail",
    },
    "rule-queue": {
      title: "The rule keeps what it cannot deliver",
      expected: "The ARN of the queue as the target's dead-letter queue.",
      remedy: "Deploy the stack again, and find in CloudTrail who changed it: PutTargets.",
      otherwise: "fail",
    },
  },
  judge: ({ target, seen }) =>
    wantedRules(target).flatMap((wanted) => {
      const answer = seen.fastPath?.rules.get(wanted.key);
      return answer
        ? onAnswer(answer, { id: "rule-exists", resource: wanted.key }, (found, at) => judgeRule(wanted, found, at))
        : [];
    }),
};

interface WantedRule {
  readonly key: string;
  readonly pattern: string;
  /** ARNs of what it sends to, of the role with which it does, and of the queue for what it cannot deliver. */
  readonly to: string;
  readonly role?: string;
  readonly queue: string;
}

function wantedRules(target: Target): readonly WantedRule[] {
  if (!target.fastPath) return [];
  const { rules, relay, undelivered } = target.fastPath;
  const arnOf = topicArnOf(target.topics);
  return [
    ...rules.map((rule) => ({
      key: ruleKey(rule),
      pattern: rule.pattern,
      to: arnOf(rule.topic),
      queue: undelivered.arn,
    })),
    ...(relay
      ? [
          {
            key: ruleKey(relay),
            pattern: relay.pattern,
            to: relay.busArn,
            role: roleArn(localityOf(target), relay.role),
            queue: undelivered.arn,
          },
        ]
      : []),
  ];
}

function judgeRule(wanted: WantedRule, found: SeenRule | undefined, at: string): readonly Ruling[] {
  const { key, pattern, to, role, queue } = wanted;
  const rule = rulesOn({ at, resource: key });
  if (!found) return [rule("rule-exists", false, `There is no rule ${key}.`)];
  const same = isDeepStrictEqual(parsed(found.pattern), parsed(pattern));
  const sending = found.targets.find((target) => target.arn === to && target.role === role);
  return [
    rule("rule-exists", true, `${key} exists.`),
    rule("rule-enabled", found.state === "ENABLED", `Its state is ${found.state}.`),
    rule("rule-pattern", same, same ? "Its pattern is the stack's." : `Its pattern is ${found.pattern}`, {
      expected: pattern,
    }),
    rule("rule-target", sending !== undefined, `It sends to: ${found.targets.map(wayText).join(", ") || "nothing"}.`, {
      expected: `It sends to ${wayText({ arn: to, role })}.`,
    }),
    ...(sending
      ? [
          rule("rule-queue", sending.queue === queue, `What it cannot deliver goes to ${sending.queue ?? "nothing"}.`, {
            expected: `It goes to ${queue}.`,
          }),
        ]
      : []),
  ];
}

const wayText = ({ arn, role }: SeenRule["targets"][number]): string => (role ? `${arn} as ${role}` : arn);
