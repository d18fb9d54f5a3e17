import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { STACKS } from "../names";

/** By this file CDKTF finds the stacks: it comes last. */
const MANIFEST = "manifest.json";

/** Lets `work` write into a folder of its own beside the output folder, so that moving files over is renaming them. */
export function staged<T>(output: string, work: (staging: string) => T): T {
  const target = existsSync(output) ? realpathSync(output) : path.resolve(output);
  mkdirSync(path.dirname(target), { recursive: true });
  const staging = mkdtempSync(path.join(path.dirname(target), `.${path.basename(target)}.staging-`));
  try {
    return work(staging);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Moves what was synthesized into the output folder. What Terraform keeps in the stacks' folders stays. */
export function publish(staging: string, output: string): void {
  mkdirSync(path.join(output, STACKS), { recursive: true });
  for (const stack of readdirSync(path.join(staging, STACKS))) {
    moveStack(path.join(staging, STACKS, stack), path.join(output, STACKS, stack));
  }
  renameSync(path.join(staging, MANIFEST), path.join(output, MANIFEST));
}

function moveStack(from: string, to: string): void {
  if (existsSync(to)) {
    for (const file of readdirSync(from)) renameSync(path.join(from, file), path.join(to, file));
  } else {
    renameSync(from, to);
  }
}
