import { alarmArn } from "../../aws";
import type { Target } from "../../fleet";
import type { Sender } from "../../proof";
import type { Outcome } from "../aws";
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

/** The alarms that publish to each topic. */
function sendersByTopic(targets: readonly Target[]): Map<string, Sender[]> {
  const senders = new Map<string, Sender[]>();
  for (const { account, region, partition, topics, controls } of targets) {
    for (const { topic, alarm } of controls) {
      const arn = topics.find(({ address }) => address === topic)?.arn;
      if (arn === undefined) continue;
      const sender: Sender = {
        service: "cloudwatch.amazonaws.com",
        account: account.id,
        arn: alarmArn({ partition, region, account: account.id }, alarm.name),
      };
      senders.set(arn, [...(senders.get(arn) ?? []), sender]);
    }
  }
  return senders;
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
