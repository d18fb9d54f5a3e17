import { Option } from "commander";
import type { ExitCode } from "./exit";
import type { Terminal } from "./terminal";

/** What a command is called with. */
export interface Call<O = object> {
  readonly options: O;
  /** Those of the command's options that stand on the command line, rather than at their defaults. */
  readonly given: readonly Option[];
  /** What stands behind the options, in order. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly terminal: Terminal;
  readonly stdin: NodeJS.ReadStream;
  /** Aborted by Ctrl-C or SIGTERM. Until a command asks for it, either ends the process at once. */
  readonly interrupted: () => AbortSignal;
}

/** A command of `keywatch`. What takes long to load is loaded by `run`. */
export interface Command<O = object> {
  /** Its name, with what it takes as commander writes it: `explain [file]`. */
  readonly usage: string;
  readonly description: string;
  readonly options: readonly Option[];
  /** Calls that work as they stand, without `npx keywatch`. */
  readonly examples: readonly string[];
  readonly run: (call: Call<O>) => ExitCode | Promise<ExitCode>;
}

export const CONFIG_OPTION = new Option(
  "-c, --config <file>",
  "config file (.ts, .js, .yaml, .json; default: KEYWATCH_CONFIG, or keywatch.config.ts)",
);

/** Options of every command that reads the config. */
export const CONFIG_OPTIONS: readonly Option[] = [CONFIG_OPTION, new Option("--json", "print JSON for machines")];

/** Types the options of a command for its `run` alone. */
export const defineCommand = <O>(command: Command<O>): Command => command as Command;
