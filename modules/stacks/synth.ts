import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { Target } from "../fleet";
import { buildApp } from "./app";

/** What `synth` wrote. */
export interface Synthesized {
  readonly outdir: string;
  /** Ids of stacks of an earlier synth that are not in the fleet any more; their folders were removed. */
  readonly removed: readonly string[];
}

/**
 * Writes the stacks of all targets, as `<outdir>/stacks/<stack>/cdk.tf.json` with `<outdir>/manifest.json`.
 *
 * @param outdir without it CDKTF's own choice, `CDKTF_OUTDIR` or `cdktf.out`.
 */
export function synth(targets: readonly Target[], outdir?: string): Synthesized {
  const app = buildApp(targets, outdir);
  app.synth();
  return { outdir: app.outdir, removed: removeOthers(path.join(app.outdir, "stacks"), targets) };
}

function removeOthers(stacks: string, targets: readonly Target[]): string[] {
  const current = new Set(targets.map(({ stackId }) => stackId));
  const others = readdirSync(stacks).filter(
    (folder) => !current.has(folder) && existsSync(path.join(stacks, folder, "cdk.tf.json")),
  );
  for (const folder of others) rmSync(path.join(stacks, folder), { recursive: true });
  return others;
}
