import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { Option } from "commander";

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

/** Why a file cannot be written, as far as that shows before the work for it begins; else undefined. */
export function unwritable(file: string): string | undefined {
  const folder = path.dirname(file);
  if (!existsSync(folder)) return `There is no folder ${folder} to write to.`;
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ? `${file} is a folder, and no file.` : undefined;
}
