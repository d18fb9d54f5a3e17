import { type AlarmSpec, CATALOGUE, type Control, type ControlId, chosenPattern } from "../controls";
import type { Found } from "./layers";
import type { ControlOverrides, Settings } from "./schema";

/** A control as a config wants it; the description only where the config gives one. */
export type ControlChoice = Omit<Control, "alarm"> & {
  readonly id: ControlId;
  /** The pattern that the config itself gives, which stays as it is: placeholders are for the catalogue's. */
  readonly ownPattern?: string;
  /** What of it exists already and is taken over, where the config says it of this control alone. */
  readonly adopt?: ControlOverrides["adopt"];
  readonly alarm: Omit<AlarmSpec, "description"> & { readonly description?: string };
};

/** The controls that are on, in the order of the catalogue, with what the config changes in them. */
export function chosenControls(found: Found<NonNullable<Settings["controls"]>> | undefined): ControlChoice[] {
  return CATALOGUE.flatMap((control) => {
    const choice = found?.value[control.id] ?? control.onByDefault;
    if (choice === false) return [];
    return [choice === true ? control : overridden(control, choice)];
  });
}

function overridden(control: ControlChoice, by: ControlOverrides): ControlChoice {
  const { pattern: ownPattern, ...filter } = by.filter ?? {};
  return {
    ...control,
    ownPattern,
    adopt: by.adopt,
    severity: by.severity ?? control.severity,
    filter: {
      ...control.filter,
      ...filter,
      pattern: chosenPattern(control, by.pattern),
      metric: { ...control.filter.metric, ...by.metric },
    },
    alarm: { ...control.alarm, ...by.alarm },
  };
}
