import { Option } from "commander";
import type { Target } from "../fleet";
import { positive } from "./numbers";
import { WAVE_OPTION, type WaveOptions } from "./wave";

/** What a command takes that prints the matrix of a pipeline. */
export interface MatrixOptions extends WaveOptions {
  /** Print the matrix. */
  readonly matrix?: boolean;
  /** The most jobs that it may have. */
  readonly shards?: number;
}

export const MATRIX_OPTIONS: readonly Option[] = [
  new Option("--matrix", "print the matrix of a pipeline on one line"),
  new Option("--shards <number>", "a matrix of at most so many jobs, each with its share of the stacks")
    .argParser(positive)
    .implies({ matrix: true }),
  WAVE_OPTION,
];

/** The matrix on one line, so that it can be a step's output: a job for each stack, or for each shard of them. */
export const matrixText = (targets: readonly Target[], { shards }: MatrixOptions): string =>
  JSON.stringify({ include: shards === undefined ? targets.map(entry) : shardsOf(targets, shards) });

const entry = ({ stackId, account, region, partition, wave }: Target) => ({
  stack: stackId,
  account: account.id,
  name: account.name,
  region,
  partition,
  wave,
});

/** The stacks dealt out in turn, so that shards differ by one stack at most; `stacks` is a list for a shell. */
function shardsOf(targets: readonly Target[], most: number) {
  const count = Math.min(most, targets.length);
  return Array.from({ length: count }, (_, index) => ({
    shard: index + 1,
    stacks: targets
      .filter((_, position) => position % count === index)
      .map(({ stackId }) => stackId)
      .join(" "),
  }));
}
