import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runTerraform, type TerraformProps } from "../terraform";
import type { BootstrapStep } from "./steps";

/** How what keeps the states is made. */
export interface Bootstrap extends TerraformProps {
  /** Folder that the stack is written to. */
  readonly outdir: string;
  /** What `terraform apply` takes so that it does not ask. */
  readonly approval: readonly string[];
}

/** Takes one step after the other in the folder of a stack; returns whether all were done. */
export async function inSteps(steps: readonly BootstrapStep[], folder: string, how: TerraformProps): Promise<boolean> {
  for (const step of steps) {
    if (how.signal.aborted || !(await done(step, folder, how))) return false;
  }
  return true;
}

async function done(step: BootstrapStep, folder: string, how: TerraformProps): Promise<boolean> {
  switch (step.kind) {
    case "write":
      writeFileSync(path.join(folder, step.file), step.text);
      return true;
    case "remove":
      rmSync(path.join(folder, step.file), { force: true });
      return true;
    case "terraform":
      return (await runTerraform(folder, step.args, how)) === 0;
  }
}
