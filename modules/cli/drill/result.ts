import type { Fault } from "../aws";

/** How a step went; `skipped`: it was not reached. */
export type Went = "done" | "failed" | "skipped";

export interface StepResult {
  readonly id: string;
  readonly title: string;
  readonly went: Went;
  /** What was seen. */
  readonly evidence?: string;
  readonly fault?: Fault;
  /** How long the step took. */
  readonly milliseconds?: number;
  /** Of alarm and message: how long after the key was disabled. */
  readonly sinceEvent?: number;
}

/** What became of something that the drill made. */
export interface Cleaned {
  readonly what: string;
  /** What is so now; absent where it could not be taken away. */
  readonly now?: string;
  /** The command that takes it away. */
  readonly byHand: string;
  readonly fault?: Fault;
}

/** Something that this drill does not know: an earlier one left it, or an answer was lost. */
export interface Leftover {
  readonly what: string;
  readonly byHand: string;
}

/** What a drill came to; the same as `keywatch drill --json` prints. */
export interface DrillResult {
  readonly version: 1;
  readonly stackId: string;
  readonly account: string;
  readonly region: string;
  readonly control: string;
  /** Whether every step was done: with `--alarm-only`, as far as the alarm. */
  readonly proven: boolean;
  readonly alarmOnly: boolean;
  /** ISO times. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly steps: readonly StepResult[];
  readonly cleaned: readonly Cleaned[];
  readonly leftovers: readonly Leftover[];
}
