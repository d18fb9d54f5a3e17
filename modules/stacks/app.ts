import { App } from "cdktf";
import type { Target } from "../fleet";
import { TargetStack } from "./target-stack";

/**
 * The CDKTF app of a fleet: a stack for every target, with hubs before the stacks that publish to them. Nothing is
 * written before `synth()` of the app.
 *
 * @param outdir where `synth()` writes; without it CDKTF's own choice, `CDKTF_OUTDIR` or `cdktf.out`.
 */
export function buildApp(targets: readonly Target[], outdir?: string): App {
  const app = new App({ outdir, stackTraces: false });
  const stacks = new Map(targets.map((target) => [target.stackId, new TargetStack(app, target)]));
  for (const { stackId, dependsOn } of targets) {
    for (const hub of dependsOn.flatMap((id) => stacks.get(id) ?? [])) stacks.get(stackId)?.addDependency(hub);
  }
  return app;
}
