import type { BenchmarkVersion } from "./benchmark";

/** How bad it is when a control's event happens. */
export const SEVERITIES = ["low", "medium", "high", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The statistics, comparisons and treatments of missing data that CloudWatch alarms have (API `PutMetricAlarm`). */
export const STATISTICS = ["SampleCount", "Average", "Sum", "Minimum", "Maximum"] as const;
export const COMPARISONS = [
  "GreaterThanOrEqualToThreshold",
  "GreaterThanThreshold",
  "LessThanThreshold",
  "LessThanOrEqualToThreshold",
] as const;
export const MISSING_DATA = ["missing", "ignore", "breaching", "notBreaching"] as const;

/** Whose pattern a control has: the benchmark's to the letter, or what the tools ask for that check it. */
export const PATTERN_CHOICES = ["benchmark", "checkers"] as const;
export type PatternChoice = (typeof PATTERN_CHOICES)[number];

/** The metric filter of a control, and the metric it feeds. */
export interface FilterSpec {
  /** Name of the metric filter, unique in its log group. */
  readonly name: string;
  /** CloudWatch Logs filter pattern, as AWS shall see it; in the catalogue it may hold placeholders (`PatternValues`). */
  readonly pattern: string;
  readonly metric: {
    readonly name: string;
    readonly namespace: string;
    /** What one event adds: a number, or a selector such as `$.size`. */
    readonly value: string;
    /** What the metric reports when log events came and none matched; without it: nothing. */
    readonly defaultValue?: number;
  };
}

/** The alarm of a control on the metric of its filter. */
export interface AlarmSpec {
  readonly name: string;
  readonly description: string;
  readonly statistic: (typeof STATISTICS)[number];
  /** Seconds. */
  readonly period: number;
  readonly threshold: number;
  readonly comparison: (typeof COMPARISONS)[number];
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm?: number;
  readonly missingData: (typeof MISSING_DATA)[number];
  readonly actionsEnabled: boolean;
}

/** A pattern that tools ask for in place of the benchmark's. */
export interface CheckersPattern {
  readonly pattern: string;
  /** Which tools, and what it costs with others: one sentence or two. */
  readonly wantedBy: string;
}

/** One thing that is watched, as data: the next control is an entry of the catalogue and no code. */
export interface Control {
  /** As the config names it: `cis-4.7`. */
  readonly id: string;
  /** As people call it: `CIS AWS Foundations 4.7`. */
  readonly label: string;
  readonly title: string;
  /** Watched where the config does not say otherwise. */
  readonly onByDefault: boolean;
  readonly severity: Severity;
  readonly filter: FilterSpec;
  /** Given where tools ask for another pattern than the benchmark's. */
  readonly checkers?: CheckersPattern;
  /** All of the alarm but its description, which is made of `meaning` and `response` for each target. */
  readonly alarm: Omit<AlarmSpec, "description">;
  /** What an event happens to, with which the alarm says where it may be: `key`. */
  readonly subject: string;
  /** What has happened when the alarm fires: one sentence. */
  readonly meaning: string;
  /** What to do first: one sentence or two. */
  readonly response: string;
  /** Its numbers in the versions of the CIS benchmark; none for a control of Keywatch's own. */
  readonly benchmarks?: Readonly<Partial<Record<BenchmarkVersion, string>>>;
  /** How versions of the benchmark spell the pattern that do not spell it as `filter.pattern` does. */
  readonly spellings?: Readonly<Partial<Record<BenchmarkVersion, string>>>;
  /** The check of AWS Security Hub for it: `CloudWatch.7`. */
  readonly securityHub?: string;
  /** Where its events and patterns are documented. */
  readonly sources: readonly string[];
}
