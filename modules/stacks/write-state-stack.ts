import path from "node:path";
import { App } from "cdktf";
import type { StateBucket } from "../fleet";
import { publish, STACKS, staged } from "./staging";
import { StateStack } from "./state-stack";

/**
 * Writes the stack that makes the bucket of the states, apart from those of the fleet, whose deployment needs the bucket.
 *
 * @param outdir folder of its own
 * @returns the folder of the stack
 */
export function writeStateStack(state: StateBucket, outdir: string): string {
  return staged(outdir, (staging) => {
    const app = new App({ outdir: staging, stackTraces: false });
    new StateStack(app, state);
    app.synth();
    publish(staging, outdir);
    return path.join(outdir, STACKS, state.stackId);
  });
}
