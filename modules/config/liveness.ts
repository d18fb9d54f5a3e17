import { LIVENESS_CHECKS, type LivenessCheck, QUIET_HOURS } from "../liveness";
import type { Settings } from "./schema";

/** How a target's alert path is watched. */
export interface LivenessChoice {
  readonly checks: readonly LivenessCheck[];
  /** ARNs, with placeholders, of what these alarms act on beside what all alarms do. */
  readonly actions: readonly string[];
}

type LivenessSettings = Exclude<NonNullable<Settings["liveness"]>, boolean>;

/** The checks that are on, with the patience that the config gives them; undefined where the path is not watched. */
export function chosenLiveness(setting: Settings["liveness"]): LivenessChoice | undefined {
  if (!setting) return undefined;
  const settings = setting === true ? {} : setting;
  return {
    checks: LIVENESS_CHECKS.filter(({ subject }) => settings[subject] !== false).map((check) => {
      const hours = hoursOf(check, settings);
      return hours === undefined ? check : { ...check, alarm: { ...check.alarm, evaluationPeriods: hours } };
    }),
    actions: settings.actions ?? [],
  };
}

/** How long a check bears silence, where that is not what its alarm says: without a heartbeat, quiet is no failure. */
function hoursOf({ subject }: LivenessCheck, settings: LivenessSettings): number | undefined {
  const choice = settings[subject];
  if (typeof choice === "object") return choice.hours;
  return subject === "delivery" && settings.heartbeat === false ? QUIET_HOURS : undefined;
}
