import { type Config, DEFAULT_FILE, problemData, problemReport, readConfig } from "../config";
import { resolve, type Target } from "../fleet";
import type { Call } from "./command";
import { EXIT, type ExitCode } from "./exit";

/** What every command that reads the fleet takes. */
export interface FleetOptions {
  /** The config file; without it `KEYWATCH_CONFIG`, or `keywatch.config.ts`. */
  readonly config?: string;
  readonly json?: boolean;
}

/** The config file that is meant; an empty variable names none. */
export const configFile = ({ config }: FleetOptions, env: NodeJS.ProcessEnv): string =>
  config ?? (env.KEYWATCH_CONFIG || DEFAULT_FILE);

/** Reads the config and hands it to a command; with a wrong one it tells the problems and nothing else is done. */
export function withConfig<C extends ExitCode | Promise<ExitCode>>(
  { options, env, terminal }: Call<FleetOptions>,
  command: (config: Config, file: string) => C,
): C | typeof EXIT.wrong {
  const file = configFile(options, env);
  const read = readConfig(file);
  if (read.ok) return command(read.config, file);
  if (options.json) terminal.out(JSON.stringify(problemData(read.file, read.problems), null, 2));
  else terminal.err(problemReport(read.file, read.problems));
  return EXIT.wrong;
}

/** The same with what the config means. */
export const withFleet = <C extends ExitCode | Promise<ExitCode>>(
  call: Call<FleetOptions>,
  command: (targets: readonly Target[], file: string) => C,
): C | typeof EXIT.wrong => withConfig(call, (config, file) => command(resolve(config), file));
