import { problemReport, validate } from "../../modules/config";
import { resolve, type Target } from "../../modules/fleet";
import { type Changes, type Raw, smallFleet } from "./fleet";

/** The targets of a config that holds. */
export function targetsOf(config: Raw): readonly Target[] {
  const checked = validate(config);
  if (!checked.ok) throw new Error(problemReport("config", checked.problems));
  return resolve(checked.config);
}

/** The only target of the smallest fleet, changed. */
export function targetOf(changes: Changes = {}): Target {
  const [target, ...others] = targetsOf(smallFleet(changes));
  if (!target || others.length > 0) throw new Error(`One target was expected, there are ${others.length + 1}.`);
  return target;
}
