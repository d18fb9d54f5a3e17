import { fill, type Place } from "../aws";
import type { ControlChoice } from "../config";
import type { TargetControl } from "./target";

/** A control in one place: the alarm's texts name account and region. */
export function controlOf(
  { id, label, severity, filter, alarm, meaning, response }: ControlChoice,
  place: Place,
): TargetControl {
  const standard = [
    `${label}, account ${place.account}, alarm in ${place.region}.`,
    meaning,
    "The key may be in any region that the trail records.",
    response,
  ].join(" ");
  return {
    id,
    severity,
    filter,
    alarm: { ...alarm, name: fill(alarm.name, place), description: fill(alarm.description ?? standard, place) },
  };
}
