import type { AlarmSpec } from "./control";

/** When an alarm fires that fires at the first one counted, as the benchmark asks for it. */
export const ON_FIRST = {
  statistic: "Sum",
  period: 300,
  threshold: 1,
  comparison: "GreaterThanOrEqualToThreshold",
  evaluationPeriods: 1,
  missingData: "notBreaching",
  actionsEnabled: true,
} as const satisfies Omit<AlarmSpec, "name" | "description">;
