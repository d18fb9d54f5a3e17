import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { Target } from "../fleet";
import { STACK_FILE, STACKS } from "../names";
import { BrokenPath, type Proof, prove } from "../proof";
import { buildApp } from "./app";
import { readBack } from "./read-back";
import { publish, staged } from "./staging";

/** What `synth` wrote. */
export interface Synthesized {
  readonly outdir: string;
  /** Ids of stacks of an earlier synth that are not in the fleet any more; their folders were removed. */
  readonly removed: readonly string[];
  /** What the walk over the alert paths came to. */
  readonly proof: Proof;
}

/**
 * Writes the stacks of all targets, as `<outdir>/stacks/<stack>/cdk.tf.json` with `<outdir>/manifest.json`, once it is
 * proven that alerts get through them.
 *
 * @throws BrokenPath where an alert would not arrive; then nothing is written.
 */
export function synth(targets: readonly Target[], outdir: string): Synthesized {
  return staged(outdir, (staging) => {
    const app = buildApp(targets, staging);
    app.synth();
    const proof = prove(targets.map((target) => readBack(app, target)));
    if (proof.broken.length > 0) throw new BrokenPath(proof.broken);
    publish(staging, outdir);
    return { outdir, removed: removeOthers(path.join(outdir, STACKS), targets), proof };
  });
}

function removeOthers(stacks: string, targets: readonly Target[]): string[] {
  const current = new Set(targets.map(({ stackId }) => stackId));
  const others = readdirSync(stacks).filter(
    (folder) => !current.has(folder) && existsSync(path.join(stacks, folder, STACK_FILE)),
  );
  for (const folder of others) rmSync(path.join(stacks, folder), { recursive: true });
  return others;
}
