import type { ExitCode } from "../../modules/cli/exit";
import { program } from "../../modules/cli/program";
import { fakeTerminal } from "./terminal";

/** What a command did: exit code and output. */
export interface Ran {
  readonly code: ExitCode | "help" | "version" | "wrong use" | undefined;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line of `keywatch` in this process. */
export function keywatch(args: readonly string[], env: NodeJS.ProcessEnv = {}): Ran {
  const { terminal, written } = fakeTerminal();
  let code: Ran["code"];
  try {
    program(env, terminal, (given) => {
      code = given;
    }).parse(args, { from: "user" });
  } catch (error) {
    const { code: name, exitCode } = error as { code: string; exitCode: number };
    code = name === "commander.version" ? "version" : exitCode === 0 ? "help" : "wrong use";
  }
  return { code, ...written };
}
