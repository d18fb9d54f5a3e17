import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";

/** The program that applies stacks, as CDKTF names it too; an empty variable names none. */
export const terraformBinary = (env: NodeJS.ProcessEnv): string => env.TERRAFORM_BINARY_NAME || "terraform";

/** What is said where the program is not there. */
export const cannotStart = (binary: string): Error =>
  new Error(`${binary} cannot be started. Install Terraform 1.10 or newer.`);

/** Runs Terraform in a folder, with the terminal of this process. Resolves with its exit code; 1 where a signal ended it. */
export function runTerraform(folder: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const binary = terraformBinary(env);
  return new Promise((resolve, reject) => {
    spawn(binary, [`-chdir=${folder}`, ...args], { env, stdio: "inherit" })
      .once("error", () => reject(cannotStart(binary)))
      .once("exit", (code) => resolve(code ?? 1));
  });
}

/** Fails where the program cannot be started, before anything is done that needs it. */
export async function requireTerraform(env: NodeJS.ProcessEnv): Promise<void> {
  const binary = terraformBinary(env);
  await promisify(execFile)(binary, ["version"], { env }).catch(() => {
    throw cannotStart(binary);
  });
}
