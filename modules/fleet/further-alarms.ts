import type { Target, TargetMetricAlarm } from "./target";

/** The alarms of a target that are no control's: on its fast path, and on its alert path. */
export const furtherAlarms = ({ fastPath, liveness }: Pick<Target, "fastPath" | "liveness">): TargetMetricAlarm[] => [
  ...(fastPath ? [fastPath.undelivered.alarm] : []),
  ...(liveness?.alarms ?? []),
];
