import { Option } from "commander";
import type { Target } from "../../fleet";
import { CONFIG_OPTIONS, defineCommand } from "../command";
import { EXIT } from "../exit";
import { type FleetOptions, withFleet } from "../fleet";
import { fleetTable } from "../summary";

interface TargetsOptions extends FleetOptions {
  /** Print the matrix of a pipeline. */
  readonly matrix?: boolean;
  /** Print the waves of a rollout. */
  readonly waves?: boolean;
  /** Only the targets of this wave. */
  readonly wave?: number;
}

/** Lists the targets: as a table, as JSON with everything that was resolved, or as a pipeline's matrix. */
export const targets = defineCommand<TargetsOptions>({
  usage: "targets",
  description: "List what is watched and where: every account and region.",
  options: [
    ...CONFIG_OPTIONS,
    new Option("--matrix", "print the matrix of a pipeline on one line"),
    new Option("--wave <number>", "only the targets of a wave of the rollout").argParser(Number),
    new Option("--waves", "print the waves of the rollout as a matrix, on one line").conflicts(["matrix", "wave"]),
  ],
  examples: ["targets", "targets --json", "targets --matrix", "targets --matrix --wave 1", "targets --waves"],
  run: (call) =>
    withFleet(call, (targets) => {
      const { options, terminal } = call;
      const all = targets.filter(({ wave }) => options.wave === undefined || wave === options.wave);
      if (options.waves) terminal.out(JSON.stringify({ include: wavesOf(targets) }));
      else if (options.matrix) terminal.out(JSON.stringify({ include: all.map(matrixEntry) }));
      else if (options.json) terminal.out(JSON.stringify(all, null, 2));
      else terminal.out(fleetTable(all));
      return EXIT.fine;
    }),
});

/** The waves that have targets, in their order. */
const wavesOf = (targets: readonly Target[]) =>
  [...new Set(targets.map(({ wave }) => wave))]
    .sort((a, b) => a - b)
    .map((wave) => ({ wave, targets: targets.filter((target) => target.wave === wave).length }));

/** One job of a pipeline, on one line with the others so that it can be a step's output. */
export const matrixEntry = ({ stackId, account, region, partition, wave }: Target) => ({
  stack: stackId,
  account: account.id,
  name: account.name,
  region,
  partition,
  wave,
});
