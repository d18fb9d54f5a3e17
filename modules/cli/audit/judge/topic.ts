import type { Target, TargetTopic } from "../../../fleet";
import { parsePolicy, publishRequest, type ReadStatement } from "../../../proof";
import type { Fault } from "../../aws";
import { policyRulings } from "./asked";
import { foreignOwner } from "./foreign";
import { type Link, type Look, onAnswer, type Ruling } from "./link";
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
      title: "The topic's policy lets the alarms publish",
      expected:
        "A statement that allows sns:Publish to cloudwatch.amazonaws.com for each account whose alarms publish.",
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
  const id = "topic-exists";
  const answer = madeTopic(arn);
  if (!answer) return [{ id, at: seen.at, resource: arn, fault: NOT_ASKED }];
  return onAnswer(answer, { id, resource: arn }, ({ attributes }) =>
    onAnswer(attributes, { id, resource: arn }, (found, at) => [
      {
        id,
        at,
        resource: arn,
        holds: found !== undefined,
        evidence: found ? "The hub has the topic." : "The hub does not have the topic.",
        remedy: "Deploy the hub's stack.",
      },
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
  const attributes = look.seen.topics.get(topic.address)?.attributes;
  if (!attributes) return [];
  const foreign = foreignOwner(look.target, arn, attributes);
  if (foreign) return [{ ...foreign, id: "topic-exists", resource: arn }];
  return onAnswer(attributes, { id: "topic-exists", resource: arn }, (found, at) => {
    const about = { at, resource: arn };
    if (!found) return [{ ...about, id: "topic-exists", holds: false, evidence: `There is no topic ${arn}.` }];
    const statements = parsePolicy(found.Policy ?? "") ?? [];
    const tls = refusesPlainHttp(statements, arn);
    return [
      { ...about, id: "topic-exists", holds: true, evidence: `${arn} exists.` },
      ...policyRulings({ ...about, id: "topic-policy" }, statements, sendersTo(look, topic), (sender) => [
        publishRequest(sender, arn),
      ]),
      {
        ...about,
        id: "topic-tls",
        holds: tls,
        evidence: tls ? "Plain HTTP is denied." : "No statement denies plain HTTP.",
      },
      ...(topic.kind === "made" ? [publishersRuling(look.target, topic.publishers, statements, about)] : []),
    ];
  });
}

/** The alarms that a topic is judged for: of a topic that is made here, all of the fleet's; of any other, the target's own. */
export const sendersTo = ({ senders, target }: Look, { kind, arn }: TargetTopic) =>
  senders(arn).filter(({ account }) => kind === "made" || account === target.account.id);

function publishersRuling(
  { account }: Target,
  publishers: readonly string[],
  statements: readonly ReadStatement[],
  about: { readonly at: string; readonly resource: string },
): Ruling {
  const strangers = sourceAccounts(statements).filter((id) => !publishers.includes(id) && id !== account.id);
  const evidence =
    strangers.length === 0
      ? "No account beyond the config's is let in."
      : `Accounts that the config does not let publish: ${strangers.join(", ")}.`;
  return { ...about, id: "topic-publishers", holds: strangers.length === 0, evidence };
}
