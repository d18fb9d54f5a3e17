import path from "node:path";
import { App, type TerraformStack } from "cdktf";
import type { FleetWorkspaces, StateBucket } from "../fleet";
import { STACKS } from "../names";
import { publish, staged } from "./staging";
import { StateStack } from "./state-stack";
import { WorkspacesStack } from "./workspaces-stack";

/**
 * Writes the stack that makes the bucket of the states, apart from those of the fleet, whose deployment needs the bucket.
 *
 * @param outdir folder of its own
 * @returns the folder of the stack
 */
export const writeStateStack = (state: StateBucket, outdir: string): string =>
  writeAlone(outdir, (app) => new StateStack(app, state));

/** The same for the stack that makes the workspaces of HCP Terraform. */
export const writeWorkspacesStack = (fleet: FleetWorkspaces, outdir: string): string =>
  writeAlone(outdir, (app) => new WorkspacesStack(app, fleet));

const writeAlone = (outdir: string, stackIn: (app: App) => TerraformStack): string =>
  staged(outdir, (staging) => {
    const app = new App({ outdir: staging, stackTraces: false });
    const { id } = stackIn(app).node;
    app.synth();
    publish(staging, outdir);
    return path.join(outdir, STACKS, id);
  });
