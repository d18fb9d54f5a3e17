import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { HeadBucketCommand, S3Client } from "@aws-sdk/client-s3";
import type { StateBucket } from "../../fleet";
import { writeStateStack } from "../../stacks";
import { FaultError, faultOf, openSessions, unlessMissing } from "../aws";
import { runTerraform } from "../terraform";
import { type BootstrapStep, bootstrapSteps, LOCAL_STATE } from "./steps";

/** How a bucket is made. */
export interface Bootstrap {
  /** Folder that the stack is written to. */
  readonly outdir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** What `terraform apply` takes so that it does not ask. */
  readonly approval: readonly string[];
}

/**
 * Makes the bucket of the states, or changes it to what the config says.
 *
 * @returns whether Terraform did all of it
 * @throws {FaultError} where the account or the bucket cannot be asked
 */
export async function bootstrap(state: StateBucket, { outdir, env, signal, approval }: Bootstrap): Promise<boolean> {
  const there = await isThere(state, env, signal);
  const folder = writeStateStack(state, outdir);
  const first = !there || existsSync(path.join(folder, LOCAL_STATE));
  for (const step of bootstrapSteps(first, approval)) {
    if (signal.aborted || !(await done(step, folder, env))) return false;
  }
  return true;
}

/** Whether the bucket exists; one of another account refuses to say. */
async function isThere(state: StateBucket, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<boolean> {
  try {
    const { ask } = await openSessions(env)(state, signal);
    return (await unlessMissing(ask(S3Client, new HeadBucketCommand({ Bucket: state.bucket })))) !== undefined;
  } catch (error) {
    throw new FaultError(faultOf(error, signal));
  }
}

async function done(step: BootstrapStep, folder: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  switch (step.kind) {
    case "write":
      writeFileSync(path.join(folder, step.file), step.text);
      return true;
    case "remove":
      rmSync(path.join(folder, step.file), { force: true });
      return true;
    case "terraform":
      return (await runTerraform(folder, step.args, env)) === 0;
  }
}
