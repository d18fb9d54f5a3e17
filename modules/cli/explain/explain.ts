import type { Readable } from "node:stream";
import type { Target } from "../../fleet";
import { type EventData, eventData } from "./event-data";
import { eventLine, eventReport } from "./event-text";
import { bytesOf } from "./input";
import { notEvaluatedTexts } from "./not-evaluated";
import { ObjectScanner } from "./object-scanner";
import { type Read, type ReadEvent, readEvents, type Unreadable } from "./records";
import { type Watchers, watchersOf } from "./watchers";

/** What is asked of an input. */
export interface Question {
  /** The file with the events; without it, they come in. */
  readonly file?: string;
  readonly stdin: Readable;
  /** Print an object for each event. */
  readonly json: boolean;
  /** Evaluate the whole catalogue, switched on or not. */
  readonly everyControl: boolean;
  readonly out: (text: string) => void;
}

/** What an input held. */
interface Answered {
  readonly events: number;
  /** Whether there was a list of records, which may be empty. */
  readonly listed: boolean;
  /** How many events set something off. */
  readonly alerting: number;
  readonly unreadable: readonly Unreadable[];
  /** Which controls were not evaluated and why, a sentence each. */
  readonly notEvaluated: readonly string[];
}

/** How many places that could not be read are told one by one. */
const MOST_TOLD = 20;

/** Says of every event of an input what it sets off: of a single one all that is known, of many a line for each that does. */
export async function explain(targets: readonly Target[], question: Question): Promise<Answered> {
  const watchers = watchersOf(targets);
  const answer = question.json ? jsonAnswer(watchers, question) : textAnswer(watchers, question);
  const unreadable: Unreadable[] = [];
  let [events, alerting] = [0, 0];
  const scanner = new ObjectScanner();
  for await (const batch of readEvents(bytesOf(question.file, question.stdin), scanner)) {
    const data = batch.flatMap((read) => dataOf(read, watchers, question));
    events += data.length;
    alerting += data.filter(({ data: { controls, messages } }) => controls.length + messages.length > 0).length;
    for (const read of batch) if (!read.ok && unreadable.length < MOST_TOLD) unreadable.push(read.wrong);
    answer.take(data);
  }
  answer.end();
  return {
    events,
    listed: scanner.lists > 0,
    alerting,
    unreadable,
    notEvaluated: notEvaluatedTexts(targets, watchers),
  };
}

interface Answering {
  readonly read: ReadEvent;
  readonly data: EventData;
}

interface Answer {
  readonly take: (batch: readonly Answering[]) => void;
  readonly end: () => void;
}

const dataOf = (read: Read, watchers: Watchers, { everyControl }: Question): Answering[] =>
  read.ok ? [{ read: read.event, data: eventData(read.event, watchers, everyControl) }] : [];

const jsonAnswer = (_: Watchers, { out }: Question): Answer => ({
  take: (batch) => {
    if (batch.length > 0) out(batch.map(({ data }) => JSON.stringify(data)).join("\n"));
  },
  end: () => {},
});

/** Holds back the first event: only when no other follows is it told in full. */
function textAnswer(watchers: Watchers, { out }: Question): Answer {
  let first: Answering | undefined;
  let isOnly = true;
  const tell = (all: readonly Answering[]) => {
    const alerting = all.filter(({ data }) => data.controls.length + data.messages.length > 0);
    if (alerting.length > 0) out(alerting.map(({ data }) => eventLine(data)).join("\n"));
  };
  return {
    take: (batch) => {
      const all = first ? [first, ...batch] : batch;
      first = undefined;
      if (isOnly && all.length <= 1) {
        first = all[0];
        return;
      }
      isOnly = false;
      tell(all);
    },
    end: () => {
      if (first) out(eventReport(first.read, first.data, watchers));
    },
  };
}
