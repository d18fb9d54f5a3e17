import type { TargetTopic } from "../../../fleet";
import { parsePolicy, publishRequests, type ReadStatement } from "../../../proof";
import type { Fault } from "../../aws";
import { policyRulings } from "./asked";
import { foreignOwner } from "./foreign";
import { type Link, type Look, onAnswer, type Rule, type Ruling, rulesOn } from "./link";
import { refusesPlainHttp, sourceAccounts } from "./statements";

/** The topics: there, and open to the alarms. */
export const topic: Link = {
  name: "Topic",
  steps: {
    "topic-exists": {
      title: "The topic exists",
      expected: "A topic of the ARN that the config means.",
      remedy: "Deploy the stack again, and confirm the subscriptions: a new topic has none.",
      source: "CIS 4.7 audit, topic of the alarm",
      otherwise: "fail",
    },
    "topic-policy": {
      title: "The topic's policy lets alarms and rules publish",
      expected:
        "Statements that allow sns:Publish to cloudwatch.amazonaws.com, and to events.amazonaws.com where there is a fast path, for each account that publishes.",
      remedy: "Deploy the stack again.",
      otherwise: "fail",
    },
    "topic-tls": {
      title: "The topic takes nothing without TLS",
      expected: "A statement that denies sns:Publish where aws:SecureTransport is false.",
      remedy: "Deploy the stack again; a topic that Keywatch does not make gets the statement from its owner.",
      otherwise: "warn",
    },
    "topic-publishers": {
      title: "Only accounts of the config may publish",
      expected: "No other account under aws:SourceAccount than those that the config lets publish.",
      remedy: "Deploy the stack again; list an account that has left under `retired`, and deploy its stack too.",
      otherwise: "warn",
    },
  },
  judge: (look) =>
    look.target.topics.flatMap((one) => (one.kind === "hub" ? judgeHub(look, one) : judgeTopic(look, one))),
};

/** A member says whether the hub's topic is there; all else is judged once, where it is made. */
function judgeHub({ madeTopic, seen }: Look, { arn }: TargetTopic): readonly Ruling[] {
  const about = { id: "topic-exists", resource: arn };
  const answer = madeTopic(arn);
  if (!answer) return [{ ...about, at: seen.at, fault: NOT_ASKED }];
  return onAnswer(answer, about, ({ attributes }) =>
    onAnswer(attributes, about, (found, at) => [
      rulesOn({ at, resource: arn })(about.id, found !== undefined, `The hub has ${found ? "" : "not "}the topic.`, {
        remedy: "Deploy the hub's stack.",
      }),
    ]),
  );
}

const NOT_ASKED: Fault = {
  kind: "failed",
  message: "The hub that makes the topic was not asked.",
  remedy: "Audit the whole fleet.",
};

function judgeTopic(look: Look, topic: TargetTopic): readonly Ruling[] {
  const { arn } = topic;
  const about = { id: "topic-exists", resource: arn };
  const attributes = look.seen.topics.get(topic.address)?.attributes;
  if (!attributes) return [];
  const foreign = foreignOwner(look.target, about, attributes);
  if (foreign) return [foreign];
  return onAnswer(attributes, about, (found, at) => {
    const rule = rulesOn({ at, resource: arn });
    if (!found) return [rule("topic-exists", false, `There is no topic ${arn}.`)];
    const statements = parsePolicy(found.Policy ?? "") ?? [];
    const tls = refusesPlainHttp(statements, arn);
    return [
      rule("topic-exists", true, `${arn} exists.`),
      ...policyRulings(rule, "topic-policy", statements, sendersTo(look, topic), (sender) =>
        publishRequests(sender, arn),
      ),
      rule("topic-tls", tls, tls ? "Plain HTTP is denied." : "No statement denies plain HTTP."),
      ...(topic.kind === "made" ? [publishersRuling(rule, topic.publishers, statements)] : []),
    ];
  });
}

/** What a topic is judged for: of a topic that is made here, all of the fleet's; of any other, the target's own. */
export const sendersTo = ({ senders, target }: Look, { kind, arn }: TargetTopic) =>
  senders(arn).filter(({ account }) => kind === "made" || account === target.account.id);

function publishersRuling(rule: Rule, publishers: readonly string[], statements: readonly ReadStatement[]): Ruling {
  const strangers = sourceAccounts(statements).filter((id) => !publishers.includes(id));
  const evidence =
    strangers.length === 0
      ? "No account beyond the config's is let in."
      : `Accounts that the config does not let publish: ${strangers.join(", ")}.`;
  return rule("topic-publishers", strangers.length === 0, evidence);
}
