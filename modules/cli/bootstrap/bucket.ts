import { existsSync } from "node:fs";
import path from "node:path";
import { HeadBucketCommand, S3Client } from "@aws-sdk/client-s3";
import type { StateBucket } from "../../fleet";
import { writeStateStack } from "../../stacks";
import { FaultError, faultOf, openSessions, unlessMissing } from "../aws";
import { writeAt } from "../write-at";
import { type Bootstrap, inSteps } from "./in-steps";
import { bootstrapSteps, LOCAL_STATE } from "./steps";

/**
 * Makes the bucket of the states, or changes it to what the config says.
 *
 * @returns whether Terraform did all of it
 * @throws {FaultError} where the account or the bucket cannot be asked
 */
export async function makeBucket(state: StateBucket, how: Bootstrap): Promise<boolean> {
  const there = await isThere(state, how);
  const folder = writeAt(how.outdir, "--output", () => writeStateStack(state, how.outdir));
  const first = !there || existsSync(path.join(folder, LOCAL_STATE));
  return inSteps(bootstrapSteps(first, how.approval), folder, how);
}

/** Whether the bucket exists; one of another account refuses to say. */
async function isThere(state: StateBucket, { env, signal }: Bootstrap): Promise<boolean> {
  try {
    const { ask } = await openSessions(env)(state, signal);
    return (await unlessMissing(ask(S3Client, new HeadBucketCommand({ Bucket: state.bucket })))) !== undefined;
  } catch (error) {
    throw new FaultError(faultOf(error, signal));
  }
}
