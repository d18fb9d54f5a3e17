import type { Target } from "../../../fleet";
import type { Sender } from "../../../proof";
import type { Answer, Fault } from "../../aws";
import type { Seen, SeenTopic } from "../seen";

/** What a step asks, as data: the documentation is written from it. */
export interface StepSpec {
  readonly title: string;
  /** What should be seen. */
  readonly expected: string;
  /** How to mend it. */
  readonly remedy: string;
  /** Who asks for it beside Keywatch: a step of the benchmark's audit, or a checker. */
  readonly source?: string;
  /** What it is when it does not hold: alerts or the benchmark depend on it, or it is advice. */
  readonly otherwise: "fail" | "warn";
}

/** What a step came to. `expected` and `remedy` are those of its specification unless it says better. */
export type Ruling = {
  readonly id: string;
  readonly control?: string;
  readonly resource?: string;
  readonly at: string;
} & (
  | {
      readonly holds: boolean;
      readonly evidence: string;
      readonly expected?: string;
      readonly remedy?: string;
      /** Less than its specification says, for a reason that the evidence gives. */
      readonly otherwise?: "warn";
    }
  | { readonly fault: Fault }
);

/** What belongs to no single target. */
export interface FleetLook {
  /** The alarms and rules of the fleet that publish to a topic. */
  readonly senders: (topicArn: string) => readonly Sender[];
  /** A topic of the fleet, as the audit of the target that makes it saw it. */
  readonly madeTopic: (topicArn: string) => Answer<SeenTopic> | undefined;
}

/** What the steps of a target are judged by. */
export interface Look extends FleetLook {
  readonly target: Target;
  readonly seen: Seen;
}

/**
 * One link of the way from an event to a person, with its steps. What hangs on something that is missing is not judged:
 * one fault is one finding.
 */
export interface Link {
  readonly name: string;
  readonly steps: Readonly<Record<string, StepSpec>>;
  readonly judge: (look: Look) => readonly Ruling[];
}

type Judged = Extract<Ruling, { holds: boolean }>;

/** Rulings on one thing: each by its step, whether it holds, and what was seen. */
export const rulesOn =
  (about: Pick<Ruling, "at" | "resource" | "control">) =>
  (
    id: string,
    holds: boolean,
    evidence: string,
    better: Pick<Judged, "expected" | "remedy" | "otherwise"> = {},
  ): Ruling => ({ ...about, id, holds, evidence, ...better });

export type Rule = ReturnType<typeof rulesOn>;

/** The rulings on an answer; where there is none, the step of its own that could not be asked. */
export const onAnswer = <T>(
  answer: Answer<T>,
  about: Pick<Ruling, "id" | "resource" | "control">,
  judge: (value: T, at: string) => readonly Ruling[],
): readonly Ruling[] =>
  answer.ok ? judge(answer.value, answer.at) : [{ ...about, at: answer.at, fault: answer.fault }];
