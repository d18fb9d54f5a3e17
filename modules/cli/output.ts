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
