import { FaultError } from "./aws/fault";

/** What ended a command, as a person reads it: with how to mend it, where that is known. */
export function errorText(error: unknown): string {
  if (error instanceof FaultError) return `${error.message}\n  to mend it: ${error.fault.remedy}`;
  return error instanceof Error ? error.message : String(error);
}
