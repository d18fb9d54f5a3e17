import { existsSync } from "node:fs";
import path from "node:path";
import type { Target } from "../../fleet";
import { STACK_FILE, STACKS } from "../../names";
import { stackFolder } from "./folder";

/** What an output folder lacks so that targets could be deployed from it as it is; undefined where every stack is there. */
export function lackingSynth(outdir: string, targets: readonly Target[]): string | undefined {
  const lacking = targets.find(({ stackId }) => !existsSync(path.join(stackFolder(outdir, stackId).path, STACK_FILE)));
  if (!lacking) return undefined;
  return existsSync(path.join(outdir, STACKS))
    ? `There is no synth of ${lacking.stackId} in ${outdir}.`
    : `There is no synth in ${outdir}.`;
}
