import path from "node:path";
import { STACKS } from "../../names";

/** What Keywatch and Terraform keep in the folder of a synthesized stack. */
export interface StackFolder {
  readonly path: string;
  /** The plan file, by its name within the folder. It holds values in the clear, as the state does. */
  readonly planFile: string;
  /** What the plan file would change. */
  readonly planned: string;
  /** All that Terraform said in the last run. */
  readonly log: string;
  /** The providers that `init` chose. */
  readonly lockFile: string;
}

/** The folder of a stack, as CDKTF lays it out. */
export function stackFolder(outdir: string, stack: string): StackFolder {
  const folder = path.join(outdir, STACKS, stack);
  const within = (file: string) => path.join(folder, file);
  return {
    path: folder,
    planFile: within("keywatch.tfplan"),
    planned: within("keywatch.plan.json"),
    log: within("keywatch.log"),
    lockFile: within(".terraform.lock.hcl"),
  };
}
