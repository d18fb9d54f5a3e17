import { accessSync, constants } from "node:fs";
import path from "node:path";

/** The files on PATH that have one of these names and can be run, in the order of the names. */
export function onPath(...names: readonly string[]): readonly string[] {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).filter(executable);
}

/** What a machine lacks of these programs; undefined where it has all. */
export function missingOf(...names: readonly string[]): string | undefined {
  const missing = names.filter((name) => onPath(name).length === 0);
  return missing.length > 0 ? `${missing.join(", ")} is not on PATH` : undefined;
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
