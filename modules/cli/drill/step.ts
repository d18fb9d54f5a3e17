import type { Session } from "../aws";
import type { Clock } from "./clock";
import type { DrillPlan } from "./plan";

/** Where a drill stands. */
export interface Ground {
  readonly plan: DrillPlan;
  /** The target's account. */
  readonly own: Session;
  /** The account of the topic; the target's where the topic is its own. */
  readonly beside: Session;
  readonly clock: Clock;
  /** Aborted by Ctrl-C: ends what waits. What makes something is always ended, so that it is known. */
  readonly stop: AbortSignal;
  /** How long alarm and message are waited for, in milliseconds. */
  readonly patience: number;
  /** Hears, in words, of what happens. */
  readonly tell: (text: string) => void;
}

/** What the steps so far have come to. */
export interface Facts {
  readonly queue?: { readonly url: string; readonly arn: string };
  readonly keyId?: string;
  /** When the key was disabled: the event that must set the alarm off. Milliseconds. */
  readonly eventAt?: number;
}

/** How something that a drill made is taken away. */
export interface Undo {
  readonly what: string;
  /** The command that does it by hand. */
  readonly byHand: string;
  /** @returns what is so afterwards. */
  readonly run: () => Promise<string>;
}

/** What a step came to. */
export interface Done {
  /** What was seen, in one sentence. */
  readonly evidence: string;
  readonly facts?: Facts;
  readonly undo?: Undo;
}

/** One step of a drill. */
export interface Step {
  readonly id: string;
  readonly title: string;
  /** The IAM actions that it and its undoing need. */
  readonly calls: readonly string[];
  /** Which account it asks. */
  readonly where: "own" | "beside";
  readonly run: (ground: Ground, facts: Facts) => Promise<Done>;
}
