import { chosenLiveness, nearest, type Site } from "../config";
import type { LivenessCheck } from "../liveness";
import { livenessAddress, livenessAlarmName } from "../names";
import { actionsOf, filledArns } from "./actions";
import { alarmText } from "./alarm-text";
import { heartbeatOf } from "./heartbeat";
import type { Target, TargetLiveness, TargetMetricAlarm, TargetTopic } from "./target";
import { topicArnOf, topicFor, topicsHere } from "./topics";

/** What of a target its alert path leads over. */
type AlertPath = Pick<Target, "trail" | "topics">;

/** What a check looks at in a target, and which topics hear of it. */
interface Watched {
  /** What tells its metric from that of others: a name in AWS. */
  readonly name?: string;
  /** Address of the topic that is watched, where it is one. */
  readonly topic?: string;
  readonly toldTo: readonly string[];
}

/** How the alert path of a site is watched: what it has of trail and topics of its own. */
export function livenessOf(site: Site, path: AlertPath): TargetLiveness | undefined {
  const choice = chosenLiveness(nearest(site.layers, "liveness")?.value);
  if (!choice) return undefined;
  const { notifyOk, further } = actionsOf(site);
  const actions = { notifyOk, further: { ...further, alarm: [...further.alarm, ...filledArns(choice.actions, site)] } };
  const beats = path.trail && choice.checks.some(({ subject }) => subject === "heartbeat");
  return {
    alarms: choice.checks.flatMap((check) =>
      watchedBy(check, site, path).map((watched) => ({
        check: check.id,
        ...alarmOf(check, watched, site),
        ...actions,
      })),
    ),
    heartbeat: beats ? heartbeatOf(site) : undefined,
  };
}

function watchedBy(check: LivenessCheck, site: Site, { trail, topics }: AlertPath): Watched[] {
  const told = topicFor(topics, check.severity);
  if (check.metric.dimension !== "TopicName") {
    return trail ? [{ name: check.metric.dimension && trail.logGroup, toldTo: [told] }] : [];
  }
  return topicsHere(topics, site)
    .filter(({ subscriptions }) => !check.needsDeadLetters || subscriptions.some(({ redrivePolicy }) => redrivePolicy))
    .map((topic) => ({ name: topic.name, topic: topic.address, toldTo: [told, ...othersThan(topic, told, topics)] }));
}

/** A topic that fails cannot be trusted to say so: where it would, the others of the target say it too. */
function othersThan(failing: TargetTopic, told: string, topics: readonly TargetTopic[]): string[] {
  if (topicArnOf(topics)(told) !== failing.arn) return [];
  const others = topics
    .filter(({ arn }) => arn !== failing.arn)
    .map(({ address, arn }): [string, string] => [arn, address]);
  return [...new Map(others).values()];
}

function alarmOf(
  { id, metric: { dimension, ...metric }, alarm, meaning, response }: LivenessCheck,
  { name, topic, toldTo }: Watched,
  site: Site,
): Pick<TargetMetricAlarm, "address" | "metric" | "alarm" | "topics"> {
  const sentences = [meaning, ...(topic ? [`The topic is ${name}.`] : []), response];
  return {
    address: livenessAddress(id, topic),
    metric: { ...metric, dimensions: dimension && name ? { [dimension]: name } : undefined },
    alarm: {
      ...alarm,
      name: livenessAlarmName(alarm.name, topic),
      description: alarmText({ id, label: `Keywatch ${id}` }, sentences, site),
    },
    topics: toldTo,
  };
}
