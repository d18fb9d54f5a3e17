import { App } from "cdktf";
import type { Target } from "../fleet";
import { TargetStack } from "./target-stack";

/**
 * The CDKTF app of a fleet: a stack for every target. Nothing is written before `synth()` of the app.
 *
 * @param outdir where `synth()` writes; without it CDKTF's own choice, `CDKTF_OUTDIR` or `cdktf.out`.
 */
export function buildApp(targets: readonly Target[], outdir?: string): App {
  const app = new App({ outdir, stackTraces: false });
  for (const target of targets) new TargetStack(app, target);
  return app;
}
