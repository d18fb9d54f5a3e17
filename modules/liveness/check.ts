import type { AlarmSpec, Severity } from "../controls";

/** What a check of the alert path looks at, which says where there is one: a target's trail, its topics, or one topic. */
type Subject = "delivery" | "heartbeat" | "notifications";

/** One way in which the alert path itself can fail, with its alarm, as data. */
export interface LivenessCheck {
  /** As its runbook is called: `trail-silent`. */
  readonly id: string;
  /** The setting of `liveness` that it belongs to. */
  readonly subject: Subject;
  readonly title: string;
  readonly severity: Severity;
  readonly metric: {
    readonly namespace: string;
    readonly name: string;
    /** What the metric is told apart by: the trail's log group or a topic, by its name. */
    readonly dimension?: "LogGroupName" | "TopicName";
  };
  /** Watched only on topics whose subscriptions have dead-letter queues. */
  readonly needsDeadLetters?: true;
  readonly alarm: Omit<AlarmSpec, "description">;
  /** What the alarm's firing means: one sentence. */
  readonly meaning: string;
  /** What to do first: one sentence or two. */
  readonly response: string;
  /** Where the metric is documented. */
  readonly source: string;
}
