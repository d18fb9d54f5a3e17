import { spawn } from "node:child_process";
import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { cannotStart, terraformBinary } from "../terraform";

/** A run of Terraform that ended. */
export interface Ended {
  /** Its exit code; null where a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** All that it said. */
  readonly text: string;
}

/** Where and with what Terraform runs. */
export interface RunProps {
  readonly env: NodeJS.ProcessEnv;
  /** File that it writes to, at the end. */
  readonly log: string;
  /** Tells it, once, to finish what is under way and to give its lock back; where it has told so already, nothing starts. */
  readonly signal: AbortSignal;
}

/**
 * Runs Terraform in a folder, apart from this process: in a group of its own, so that Ctrl-C reaches it once and by the
 * signal alone, and with a file to write to, so that it ends in good order where this process is killed.
 */
export async function runApart(
  folder: string,
  args: readonly string[],
  { env, log, signal }: RunProps,
): Promise<Ended> {
  if (signal.aborted) return { code: null, signal: "SIGINT", text: "" };
  const output = openSync(log, "a");
  try {
    const start = fstatSync(output).size;
    const { code, signal: endedBy } = await ended(folder, args, output, env, signal);
    return { code, signal: endedBy, text: readFileSync(log).subarray(start).toString() };
  } finally {
    closeSync(output);
  }
}

function ended(
  folder: string,
  args: readonly string[],
  output: number,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Pick<Ended, "code" | "signal">> {
  const binary = terraformBinary(env);
  return new Promise((resolve, reject) => {
    const child = spawn(binary, [`-chdir=${folder}`, ...args], {
      env,
      detached: true,
      stdio: ["ignore", output, output],
    });
    const interrupt = () => child.kill("SIGINT");
    signal.addEventListener("abort", interrupt, { once: true });
    child.once("error", () => reject(cannotStart(binary)));
    child.once("exit", (code, endedBy) => {
      signal.removeEventListener("abort", interrupt);
      resolve({ code, signal: endedBy });
    });
  });
}
