import { spawn } from "node:child_process";
import type { Environment } from "./command";
import { inLab } from "./paths";
import { providerProgram } from "./provider";

/** The AWS provider as a process of its own, for one Terraform at a time and stacks with one provider. */
export interface RunningProvider {
  /** What makes Terraform use it. */
  readonly env: Environment;
  stop(): void;
}

/** Ends with standard input, whose pipe breaks when the test run ends, however it ends. */
const UNTIL_INPUT_ENDS = '"$0" -debug & cat > /dev/null; kill $!';

/**
 * Starts the AWS provider and leaves it running, so that no Terraform waits for its start. Each run configures it anew, in
 * the environment that is given here.
 *
 * Source: Terraform plugin development, "Debugger-based debugging".
 */
export async function startProvider(env: Environment): Promise<RunningProvider> {
  const provider = spawn("sh", ["-c", UNTIL_INPUT_ENDS, providerProgram()], {
    cwd: inLab(),
    env,
    stdio: ["pipe", "pipe", "ignore"],
  });
  const attach = await new Promise<string>((resolve, reject) => {
    let said = "";
    provider.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const [, found] = /TF_REATTACH_PROVIDERS='(.+)'/.exec(said) ?? [];
      if (found) resolve(found);
    });
    provider.once("error", reject);
    provider.once("exit", () => reject(new Error(`the provider did not start\n${said}`)));
  });
  return { env: { ...env, TF_REATTACH_PROVIDERS: attach }, stop: () => provider.stdin.end() };
}
