import type { ExitCode } from "../../modules/cli/exit";
import { program } from "../../modules/cli/program";
import { fakeTerminal } from "./terminal";

/** What a command did: exit code and output. */
export interface Ran {
  readonly code: ExitCode | "help" | "version" | "wrong use" | undefined;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line of `keywatch` in this process, of a command that does not wait for anything. */
export function keywatch(args: readonly string[], env: NodeJS.ProcessEnv = {}): Ran {
  const { terminal, written } = fakeTerminal();
  let code: Ran["code"];
  try {
    program({ env, terminal, stdin: process.stdin, interrupted: untouched }, (given) => {
      code = given;
    }).parse(args, { from: "user" });
  } catch (error) {
    code = codeOf(error as CommanderFailure);
  }
  return { code, ...written };
}

/** Runs any command line of `keywatch` in this process. */
export async function keywatchAsync(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  interrupted = untouched,
  stdin: NodeJS.ReadStream = process.stdin,
): Promise<Ran> {
  const { terminal, written } = fakeTerminal();
  const code = await new Promise<Ran["code"]>((resolve, reject) => {
    program({ env, terminal, stdin, interrupted }, resolve)
      .parseAsync(args, { from: "user" })
      .catch((error) => ("exitCode" in error ? resolve(codeOf(error)) : reject(error)));
  });
  return { code, ...written };
}

interface CommanderFailure {
  readonly code: string;
  readonly exitCode: number;
}

const codeOf = ({ code, exitCode }: CommanderFailure): Ran["code"] =>
  code === "commander.version" ? "version" : exitCode === 0 ? "help" : "wrong use";

const untouched = () => new AbortController().signal;
