import type { Target } from "../../fleet";
import type { Fault } from "../aws";

/** What a step of an audit came to. `unknown`: it could not be asked; that never counts as a pass. */
export type Verdict = "pass" | "fail" | "warn" | "unknown";

/** One thing that was looked at. */
export interface Step {
  /** Stable id in kebab case, such as `trail-logging`. */
  readonly id: string;
  /** Id of the control that the step belongs to, where it belongs to one alone. */
  readonly control?: string;
  readonly title: string;
  readonly verdict: Verdict;
  /** What was seen, in one sentence. */
  readonly evidence: string;
  /** What should have been seen; on everything but a pass. */
  readonly expected?: string;
  /** How to mend it; on everything but a pass. */
  readonly remedy?: string;
  /** ARN or name of what was looked at. */
  readonly resource?: string;
  /** When AWS answered, as an ISO time. */
  readonly at: string;
}

/** The audit of one target. */
export interface TargetAudit {
  readonly stackId: string;
  readonly account: Target["account"];
  readonly region: string;
  /** Who asked: the ARN of the role's session. */
  readonly caller?: string;
  readonly steps: readonly Step[];
  /** Why the target could not be asked at all; then there are no steps. */
  readonly fault?: Fault;
  readonly milliseconds: number;
}

/** What an audit came to; the same as `keywatch audit --json` prints. */
export interface Audit {
  readonly version: 1;
  /** ISO times. */
  readonly startedAt: string;
  readonly endedAt: string;
  /** The config file. */
  readonly config: string;
  /** False where some target or step could not be asked. */
  readonly complete: boolean;
  readonly targets: readonly TargetAudit[];
  /** What belongs to no target: leftovers, and states without a target. */
  readonly fleet: readonly Step[];
}
