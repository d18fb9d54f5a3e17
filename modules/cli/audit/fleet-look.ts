import { alarmArn, ruleArn } from "../../aws";
import { furtherAlarms, type Target } from "../../fleet";
import type { Sender } from "../../proof";
import type { Outcome } from "../aws";
import { ruleKey } from "./collect/rules";
import type { FleetLook } from "./judge";
import type { Answer, Seen, SeenTopic } from "./seen";

/** What of the whole fleet the steps of one target need. */
export function fleetLook(
  targets: readonly Target[],
  outcomes: readonly Outcome<{ readonly seen: Seen }>[],
): FleetLook {
  const senders = sendersByTopic(targets);
  const topics = new Map(outcomes.flatMap(madeTopics));
  return { senders: (arn) => senders.get(arn) ?? [], madeTopic: (arn) => topics.get(arn) };
}

/** The alarms and rules that publish to each topic. */
function sendersByTopic(targets: readonly Target[]): Map<string, Sender[]> {
  const senders = new Map<string, Sender[]>();
  for (const target of targets) {
    const arns = new Map(target.topics.map(({ address, arn }) => [address, arn]));
    for (const { topic, sender } of sendersOf(target)) {
      const arn = arns.get(topic) ?? "";
      const known = senders.get(arn) ?? [];
      senders.set(arn, known);
      known.push(sender);
    }
  }
  return senders;
}

/** What publishes in a target, each with the address of its topic. */
function sendersOf(target: Target) {
  const { region, partition, controls, fastPath } = target;
  const account = target.account.id;
  const at = { partition, region, account };
  const alarms = [
    ...controls.map(({ topic, alarm }) => ({ topics: [topic], alarm })),
    ...furtherAlarms(target),
  ].flatMap(({ topics, alarm }) =>
    topics.map((topic) => ({
      topic,
      sender: { service: "cloudwatch.amazonaws.com", account, arn: alarmArn(at, alarm.name) } as const,
    })),
  );
  const rules = (fastPath?.rules ?? []).map(({ name, onHubBus, topic }) => ({
    topic,
    sender: {
      service: "events.amazonaws.com",
      account,
      arn: ruleArn(at, ruleKey(name, onHubBus ? fastPath?.bus?.name : undefined)),
    } as const,
  }));
  return [...alarms, ...rules];
}

/** The topics that a target makes, as they were seen, or why they were not. */
const madeTopics = (outcome: Outcome<{ readonly seen: Seen }>): [string, Answer<SeenTopic>][] =>
  outcome.target.topics
    .filter(({ kind }) => kind === "made")
    .flatMap(({ arn, address }): [string, Answer<SeenTopic>][] => {
      if (!outcome.ok) return [[arn, { ok: false, fault: outcome.fault, at: new Date().toISOString() }]];
      const topic = outcome.value.seen.topics.get(address);
      return topic ? [[arn, { ok: true, value: topic, at: outcome.value.seen.at }]] : [];
    });
