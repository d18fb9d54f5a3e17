import { FaultError } from "./aws/fault";
import { withRemedy } from "./remedy";

/** What kept a file from being read or written, by the code of the system's error. */
const FILE_FAULTS: Readonly<Record<string, string>> = {
  EACCES: "may not be read or written by this user",
  EEXIST: "is a file where a folder is needed",
  EISDIR: "is a folder where a file is needed",
  ENOSPC: "does not fit: the disk is full",
  ENOTDIR: "lies below a file, which cannot be",
  EROFS: "lies on a file system that is read-only",
};

/** What ended a command, as a person reads it: with how to mend it, where that is known. */
export function errorText(error: unknown): string {
  if (error instanceof FaultError) return withRemedy(error.message, error.fault.remedy);
  if (!(error instanceof Error)) return String(error);
  const { code = "", path } = error as NodeJS.ErrnoException;
  const fault = Object.hasOwn(FILE_FAULTS, code) ? FILE_FAULTS[code] : undefined;
  return path && fault ? withRemedy(`${path} ${fault}.`, "Name another place, or mend this one.") : error.message;
}
