import { renderMessage } from "../../events";
import { type Target, topicArnOf } from "../../fleet";
import { subscriptionText } from "../summary";
import type { ReadEvent } from "./records";
import type { Watchers } from "./watchers";

/** What an event sets off, for machines: one object an event. */
export interface EventData {
  readonly eventId?: string;
  readonly time: string;
  readonly account: string;
  readonly region: string;
  readonly event: string;
  /** Ids of the controls that it sets off, sorted. */
  readonly controls: readonly string[];
  /** The alarms that fire, and where they lead. */
  readonly alarms: readonly AlarmData[];
  /** Controls that hear of it and may count it or not: their patterns are for other logs than JSON. */
  readonly notEvaluated: readonly ControlData[];
  /** The messages of the fast path. */
  readonly messages: readonly MessageData[];
}

interface ControlData {
  readonly stack: string;
  readonly control: string;
}

interface AlarmData extends ControlData {
  readonly logGroup: string;
  readonly alarm: string;
  readonly topic: string;
  readonly subscriptions: readonly string[];
}

interface MessageData {
  readonly stack: string;
  readonly rule: string;
  readonly topic: string;
  readonly subscriptions: readonly string[];
  readonly message: unknown;
}

/**
 * What an event sets off in a fleet.
 *
 * @param everyControl whether `controls` tells of the whole catalogue, switched on or not
 */
export function eventData({ record, event }: ReadEvent, watchers: Watchers, everyControl: boolean): EventData {
  const alerted = record ? watchers.alerted(record) : [];
  const ids = everyControl && record ? watchers.catalogue(record) : alerted.map(({ control }) => control.id);
  return {
    eventId: typeof record?.eventID === "string" ? record.eventID : undefined,
    time: event.time,
    account: event.account,
    region: event.region,
    event: record ? `${record.eventSource} ${record.eventName}` : event["detail-type"],
    controls: [...new Set(ids)].sort(),
    alarms: alerted.map(({ target, control }) => ({
      stack: target.stackId,
      control: control.id,
      logGroup: target.trail?.logGroup ?? "",
      alarm: control.alarm.name,
      ...heardBy(target, control.topic, watchers),
    })),
    notEvaluated: (record ? watchers.unevaluated(record) : []).map(({ target, control }) => ({
      stack: target.stackId,
      control: control.id,
    })),
    messages: watchers.told(event).map(({ target, rule }) => ({
      stack: target.stackId,
      rule: rule.name,
      ...heardBy(target, rule.topic, watchers),
      message: contentOf(renderMessage(rule.message, event)),
    })),
  };
}

/** What a message says; as text, where an event holds what AWS never writes there and it is no JSON. */
function contentOf(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return message;
  }
}

/** A topic of a target, and who hears of what is published to it. */
function heardBy(target: Target, address: string, watchers: Watchers): Pick<AlarmData, "topic" | "subscriptions"> {
  const topic = topicArnOf(target.topics)(address);
  return { topic, subscriptions: watchers.subscriptionsOf(topic).map(subscriptionText) };
}
