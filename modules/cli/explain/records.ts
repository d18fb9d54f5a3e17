import { type BusEvent, eventOf, type TrailRecord } from "../../events";
import { isObject } from "../../values";
import type { ObjectScanner } from "./object-scanner";

/** CloudTrail's record of a call, of which nothing is sure to be there. */
export type CallRecord = TrailRecord & Readonly<Record<string, unknown>>;

/** An event: as EventBridge carries it, and CloudTrail's record where it is one of a call. */
export interface ReadEvent {
  readonly record?: CallRecord;
  readonly event: BusEvent;
}

/** What stands where an event was expected. */
export interface Unreadable {
  /** Bytes from the start of the input. */
  readonly offset: number;
  readonly reason: string;
}

export type Read =
  | { readonly ok: true; readonly event: ReadEvent }
  | { readonly ok: false; readonly wrong: Unreadable };

/**
 * Reads events out of bytes, a batch for each piece of input: records of CloudTrail, alone, in lines, or in the lists that
 * AWS wraps them in, events of EventBridge, and log events that hold records.
 */
export async function* readEvents(bytes: AsyncIterable<Buffer>, scanner: ObjectScanner): AsyncGenerator<Read[]> {
  let end = 0;
  try {
    for await (const chunk of bytes) {
      end += chunk.length;
      yield scanner.push(chunk).map(({ text, offset }) => read(text, offset));
    }
  } catch (error) {
    yield [unreadable(end, error instanceof Error ? error.message : String(error))];
    return;
  }
  const unfinished = scanner.unfinished();
  if (unfinished !== undefined) yield [unreadable(unfinished, "The input ends in the middle of an object.")];
}

const unreadable = (offset: number, reason: string): Read => ({ ok: false, wrong: { offset, reason } });

function read(text: string, offset: number): Read {
  try {
    const event = eventIn(JSON.parse(text));
    return event ? { ok: true, event } : unreadable(offset, "It is no event of CloudTrail or EventBridge.");
  } catch (error) {
    return unreadable(offset, error instanceof Error ? error.message : String(error));
  }
}

/** The fields in which a record is told as a text: by `cloudtrail lookup-events`, and by CloudWatch Logs. */
const TOLD_AS_TEXT = ["CloudTrailEvent", "message", "@message"];

function eventIn(value: Readonly<Record<string, unknown>>): ReadEvent | undefined {
  if (typeof value.eventSource === "string" && typeof value.eventName === "string") {
    return { record: value, event: eventOf(value) };
  }
  if (typeof value["detail-type"] === "string" && isObject(value.detail)) {
    const event = value as unknown as BusEvent;
    return "eventName" in value.detail ? { record: value.detail, event } : { event };
  }
  const told = TOLD_AS_TEXT.map((field) => value[field]).find((text) => typeof text === "string");
  return typeof told === "string" ? eventIn(JSON.parse(told)) : undefined;
}
