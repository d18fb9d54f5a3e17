import { problemData, problemReport, readConfig } from "../config";
import { resolve, type Target } from "../fleet";
import { EXIT, type ExitCode } from "./exit";
import type { Terminal } from "./terminal";

/** What every command that reads the fleet takes. */
export interface FleetOptions {
  /** The config file. */
  readonly config: string;
  readonly json?: boolean;
}

/** Reads the fleet and hands it to a command; with a wrong config it tells the problems and nothing else is done. */
export function withFleet(
  { config, json }: FleetOptions,
  terminal: Terminal,
  command: (targets: readonly Target[]) => ExitCode,
): ExitCode {
  const read = readConfig(config);
  if (read.ok) return command(resolve(read.config));
  if (json) terminal.out(JSON.stringify(problemData(read.file, read.problems), null, 2));
  else terminal.err(problemReport(read.file, read.problems));
  return EXIT.wrong;
}
