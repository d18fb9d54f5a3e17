import { accessSync, constants, existsSync, statSync } from "node:fs";
import path from "node:path";
import { Option } from "commander";
import { EXIT, type ExitCode } from "./exit";
import { withRemedy } from "./remedy";
import type { Terminal } from "./terminal";

/** Where stacks are written. */
export interface OutputOptions {
  /** Folder to write to. */
  readonly output?: string;
}

export const OUTPUT_OPTION = new Option(
  "-o, --output <folder>",
  "folder to write to (default: CDKTF_OUTDIR, or cdktf.out)",
);

/** The folder that is meant: CDKTF's own choice where none is named; an empty variable names none. */
export const outputFolder = ({ output }: OutputOptions, env: NodeJS.ProcessEnv): string =>
  output ?? (env.CDKTF_OUTDIR || "cdktf.out");

/**
 * Begins work whose result goes to a file only where the file can be written, as far as that shows beforehand; else it is
 * wrong use.
 *
 * @param file undefined where nothing is written to one
 */
export function withWritable<C extends ExitCode | Promise<ExitCode>>(
  { err }: Terminal,
  file: string | undefined,
  work: () => C,
): C | typeof EXIT.wrong {
  const problem = file === undefined ? undefined : unwritable(file);
  if (problem === undefined) return work();
  err(withRemedy(`error: ${problem}`, "Name another file with --output."));
  return EXIT.wrong;
}

function unwritable(file: string): string | undefined {
  const folder = path.dirname(file);
  if (!isFolder(folder)) return `There is no folder ${folder} to write to.`;
  if (isFolder(file)) return `${file} is a folder, and no file.`;
  return isWritable(existsSync(file) ? file : folder) ? undefined : `${file} may not be written by this user.`;
}

const isFolder = (place: string): boolean => existsSync(place) && statSync(place).isDirectory();

function isWritable(place: string): boolean {
  try {
    accessSync(place, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
