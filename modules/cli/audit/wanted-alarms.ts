import { furtherAlarms, type Target, type TargetMetricAlarm, topicArnOf } from "../../fleet";

/** An alarm as the stack makes it. */
export interface WantedAlarm extends Omit<TargetMetricAlarm, "address"> {
  /** Id of the control whose events it counts, where it is a control's. */
  readonly control?: string;
  /** ARNs of the topics that it publishes to. */
  readonly topics: readonly string[];
}

/** The alarms of a target: those of its controls, then those on its fast path and its alert path. */
export function wantedAlarms(target: Target): readonly WantedAlarm[] {
  const ofControls = target.controls.map(({ id, filter, topic, ...settings }) => ({
    control: id,
    metric: filter.metric,
    topics: [topic],
    ...settings,
  }));
  return [...ofControls, ...furtherAlarms(target)].map((alarm) => ({
    ...alarm,
    topics: alarm.topics.map(topicArnOf(target.topics)),
  }));
}
