import { execFileSync } from "node:child_process";
import type { Raw } from "../support/fleet";

/** The child pipeline for waves of shards, each of which is a list of stacks. */
export function childPipeline(kind: string, ...waves: readonly (readonly string[])[]): Raw {
  const lines = waves.map((wave) => {
    const include = wave.map((stacks, index) => ({ shard: index + 1, stacks }));
    return JSON.stringify({ include });
  });
  return JSON.parse(
    execFileSync("pipelines/scripts/gitlab-pipeline.js", [kind], { input: lines.join("\n"), encoding: "utf8" }),
  );
}
