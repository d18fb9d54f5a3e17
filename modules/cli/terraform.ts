import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";

/** The program that applies stacks, as CDKTF names it too; an empty variable names none. */
export const terraformBinary = (env: NodeJS.ProcessEnv): string => env.TERRAFORM_BINARY_NAME || "terraform";

/** What is said where the program is not there. */
export const cannotStart = (binary: string): Error =>
  new Error(`${binary} cannot be started. Install Terraform 1.10 or newer.`);

/** With what Terraform runs. */
export interface TerraformProps {
  readonly env: NodeJS.ProcessEnv;
  /** Aborted by Ctrl-C, which Terraform gets from the terminal as well, or by SIGTERM, which is passed on to it. */
  readonly signal: AbortSignal;
}

/** Runs Terraform in a folder, with the terminal of this process. Resolves with its exit code; 1 where a signal ended it. */
export function runTerraform(
  folder: string,
  args: readonly string[],
  { env, signal }: TerraformProps,
): Promise<number> {
  const binary = terraformBinary(env);
  return new Promise((resolve, reject) => {
    const child = spawn(binary, [`-chdir=${folder}`, ...args], { env, stdio: "inherit" });
    const passOn = () => signal.reason === "SIGTERM" && child.kill("SIGTERM");
    signal.addEventListener("abort", passOn, { once: true });
    child.once("error", () => reject(cannotStart(binary)));
    child.once("exit", (code) => {
      signal.removeEventListener("abort", passOn);
      resolve(code ?? 1);
    });
  });
}

/** Fails where the program cannot be started, before anything is done that needs it. */
export async function requireTerraform(env: NodeJS.ProcessEnv): Promise<void> {
  const binary = terraformBinary(env);
  await promisify(execFile)(binary, ["version"], { env }).catch(() => {
    throw cannotStart(binary);
  });
}
