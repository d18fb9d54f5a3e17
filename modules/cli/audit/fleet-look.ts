import { alarmArn, ruleArn, SERVICE } from "../../aws";
import { localityOf, type Target, topicArnOf } from "../../fleet";
import type { Sender } from "../../proof";
import type { Answer, Outcome } from "../aws";
import type { FleetLook } from "./judge";
import type { Seen, SeenTopic } from "./seen";
import { wantedAlarms } from "./wanted-alarms";

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
  for (const { topic, sender } of targets.flatMap(sendersOf)) {
    const known = senders.get(topic) ?? [];
    senders.set(topic, known);
    known.push(sender);
  }
  return senders;
}

/** What publishes in a target, each with the ARN of its topic. */
function sendersOf(target: Target): { readonly topic: string; readonly sender: Sender }[] {
  const at = localityOf(target);
  const { account } = at;
  const arnOf = topicArnOf(target.topics);
  const alarms = wantedAlarms(target).flatMap(({ topics, alarm }) =>
    topics.map((topic) => ({
      topic,
      sender: { service: SERVICE.cloudwatch, account, arn: alarmArn(at, alarm.name) } as const,
    })),
  );
  const rules = (target.fastPath?.rules ?? []).map(({ name, bus, topic }) => ({
    topic: arnOf(topic),
    sender: {
      service: SERVICE.events,
      account,
      arn: ruleArn(at, name, bus),
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
