import { existsSync } from "node:fs";

/** A place that cannot be written, by the name that a person gave it. */
export class PlaceError extends Error {
  override readonly name = "PlaceError";
  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

/** What kept a file from being read or written, by the code of the system's error. */
export const FILE_FAULTS: Readonly<Record<string, string>> = {
  EACCES: "may not be read or written by this user",
  EEXIST: "is a file where a folder is needed",
  EISDIR: "is a folder where a file is needed",
  ENOSPC: "does not fit: the disk is full",
  ENOTDIR: "lies below a file, which cannot be",
  EROFS: "lies on a file system that is read-only",
};

/** The same where a file was to be made. */
const WRITE_FAULTS: Readonly<Record<string, string>> = {
  ...FILE_FAULTS,
  EACCES: "may not be written by this user",
  ENOENT: "cannot be made: its folder is not there, or takes nothing new",
};

/**
 * Does what writes to a place, by files beside it that nobody has heard of: where it cannot, the place is told.
 *
 * @param option by which the place is named
 * @throws {PlaceError}
 */
export function writeAt<T>(place: string, option: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const { code = "", path } = error as NodeJS.ErrnoException;
    const fault = WRITE_FAULTS[codeAt(place, code)];
    if (path === undefined || fault === undefined) throw error;
    throw new PlaceError(`${place} ${fault}.`, `Name another place with ${option}, or mend this one.`);
  }
}

/** The code for the place of an error below it: where a file is in the way, it is the place or lies further up. */
const codeAt = (place: string, code: string): string =>
  code === "EEXIST" || code === "ENOTDIR" ? (existsSync(place) ? "EEXIST" : "ENOTDIR") : code;
