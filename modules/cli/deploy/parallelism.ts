import { availableParallelism, freemem } from "node:os";

/** Memory in bytes that a stack at work takes: Terraform and the AWS provider. */
const STACK_BYTES = 620 * 2 ** 20;

/** How many stacks a machine can work on at a time: bounded by its processors and its free memory, one at least. */
export const parallelismFor = (processors: number, freeBytes: number): number =>
  Math.max(1, Math.min(processors, Math.floor(freeBytes / STACK_BYTES)));

/** How many stacks this machine can work on now; in a container, with what that may have of it. */
export const parallelismHere = (): number =>
  parallelismFor(availableParallelism(), Math.min(freemem(), process.constrainedMemory() || Number.POSITIVE_INFINITY));
