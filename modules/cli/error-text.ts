import { FaultError } from "./aws/fault";
import { withRemedy } from "./remedy";
import { FILE_FAULTS, PlaceError } from "./write-at";

/** What ended a command, as a person reads it: with how to mend it, where that is known. */
export function errorText(error: unknown): string {
  if (error instanceof FaultError) return withRemedy(error.message, error.fault.remedy);
  if (error instanceof PlaceError) return withRemedy(error.message, error.remedy);
  if (!(error instanceof Error)) return String(error);
  const { code = "", path } = error as NodeJS.ErrnoException;
  const fault = Object.hasOwn(FILE_FAULTS, code) ? FILE_FAULTS[code] : undefined;
  return path && fault ? withRemedy(`${path} ${fault}.`, "Name another place, or mend this one.") : error.message;
}
