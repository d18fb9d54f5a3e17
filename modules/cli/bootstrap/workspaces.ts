import type { FleetWorkspaces } from "../../fleet";
import { writeWorkspacesStack } from "../../stacks";
import { writeAt } from "../write-at";
import { type Bootstrap, inSteps } from "./in-steps";
import { bootstrapSteps } from "./steps";

/**
 * Keeps Terraform from running in HCP Terraform, which has no token there that may make workspaces: the workspace that
 * `terraform init` makes for the stack's own state would run it until the stack has said otherwise.
 */
const HERE = { TF_FORCE_LOCAL_BACKEND: "1" } as const;

/**
 * Makes the workspaces of HCP Terraform, or changes them to what the config says.
 *
 * @returns whether Terraform did all of it
 */
export function makeWorkspaces(fleet: FleetWorkspaces, { outdir, env, signal, approval }: Bootstrap): Promise<boolean> {
  const folder = writeAt(outdir, "--output", () => writeWorkspacesStack(fleet, outdir));
  return inSteps(bootstrapSteps(false, approval), folder, { env: { ...env, ...HERE }, signal });
}
