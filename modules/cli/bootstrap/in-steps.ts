import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runTerraform } from "../terraform";
import type { BootstrapStep } from "./steps";

/** How what keeps the states is made. */
export interface Bootstrap {
  /** Folder that the stack is written to. */
  readonly outdir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** What `terraform apply` takes so that it does not ask. */
  readonly approval: readonly string[];
}

/** Takes one step after the other in the folder of a stack; returns whether all were done. */
export async function inSteps(
  steps: readonly BootstrapStep[],
  folder: string,
  { env, signal }: Pick<Bootstrap, "env" | "signal">,
): Promise<boolean> {
  for (const step of steps) {
    if (signal.aborted || !(await done(step, folder, env))) return false;
  }
  return true;
}

async function done(step: BootstrapStep, folder: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  switch (step.kind) {
    case "write":
      writeFileSync(path.join(folder, step.file), step.text);
      return true;
    case "remove":
      rmSync(path.join(folder, step.file), { force: true });
      return true;
    case "terraform":
      return (await runTerraform(folder, step.args, env)) === 0;
  }
}
