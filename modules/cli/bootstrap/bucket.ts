import { existsSync } from "node:fs";
import path from "node:path";
import { HeadBucketCommand, S3Client } from "@aws-sdk/client-s3";
import type { StateBucket } from "../../fleet";
import { writeStateStack } from "../../stacks";
import { openSessions } from "../aws";
import { type Bootstrap, inSteps } from "./in-steps";
import { bootstrapSteps, LOCAL_STATE } from "./steps";

/**
 * Makes the bucket of the states, or changes it to what the config says.
 *
 * @returns whether Terraform did all of it
 * @throws where the account or the bucket cannot be asked
 */
export async function makeBucket(state: StateBucket, how: Bootstrap): Promise<boolean> {
  const there = await isThere(state, how);
  const folder = writeStateStack(state, how.outdir);
  const first = !there || existsSync(path.join(folder, LOCAL_STATE));
  return inSteps(bootstrapSteps(first, how.approval), folder, how);
}

/** Whether the bucket exists; one of another account refuses to say. */
async function isThere(state: StateBucket, { env, signal }: Bootstrap): Promise<boolean> {
  const session = await openSessions(env)(state, signal);
  try {
    await session.ask(S3Client, new HeadBucketCommand({ Bucket: state.bucket }));
    return true;
  } catch (error) {
    if ((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404) return false;
    throw error;
  }
}
