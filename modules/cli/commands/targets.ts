import { Option } from "commander";
import { CONFIG_OPTIONS, defineCommand } from "../command";
import { EXIT } from "../exit";
import type { FleetOptions } from "../fleet";
import { MATRIX_OPTIONS, type MatrixOptions, matrixText } from "../matrix";
import { fleetTable } from "../summary";
import { inWave, type Wave, wavesOf, withWaves } from "../wave";

interface TargetsOptions extends FleetOptions, MatrixOptions {
  /** Print the waves of a rollout. */
  readonly waves?: boolean;
}

/** Lists the targets: as a table, as JSON with everything that was resolved, or as a pipeline's matrix. */
export const targets = defineCommand<TargetsOptions>({
  usage: "targets",
  description: "List what is watched and where: every account and region.",
  options: [
    ...CONFIG_OPTIONS,
    ...MATRIX_OPTIONS,
    new Option("--waves", "print the waves of the rollout as a matrix, on one line").conflicts(["matrix", "wave"]),
  ],
  examples: [
    "targets",
    "targets --json",
    "targets --matrix",
    "targets --matrix --wave 1 --shards 20",
    "targets --waves",
  ],
  run: (call) =>
    withWaves(call, (targets) => {
      const { options, terminal } = call;
      const all = inWave(targets, options);
      if (options.waves) terminal.out(JSON.stringify({ include: wavesOf(targets).map(waveData) }));
      else if (options.matrix) terminal.out(matrixText(all, options));
      else if (options.json) terminal.out(JSON.stringify(all, null, 2));
      else terminal.out(fleetTable(all));
      return EXIT.fine;
    }),
});

/** A wave as a pipeline takes it: its number, and how many targets it has. */
const waveData = ({ number: wave, targets }: Wave) => ({ wave, targets: targets.length });
