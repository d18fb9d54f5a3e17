import { Option } from "commander";
import type { Target } from "../../fleet";
import { CONFIG_OPTIONS, defineCommand } from "../command";
import { EXIT } from "../exit";
import { type FleetOptions, withFleet } from "../fleet";
import { fleetTable } from "../summary";

interface TargetsOptions extends FleetOptions {
  /** Print the matrix of a pipeline. */
  readonly matrix?: boolean;
}

/** Lists the targets: as a table, as JSON with everything that was resolved, or as a pipeline's matrix. */
export const targets = defineCommand<TargetsOptions>({
  usage: "targets",
  description: "List what is watched and where: every account and region.",
  options: [...CONFIG_OPTIONS, new Option("--matrix", "print the matrix of a pipeline on one line")],
  examples: ["targets", "targets --json", "targets --matrix"],
  run: (call) =>
    withFleet(call, (all) => {
      const { options, terminal } = call;
      if (options.matrix) terminal.out(JSON.stringify({ include: all.map(matrixEntry) }));
      else if (options.json) terminal.out(JSON.stringify(all, null, 2));
      else terminal.out(fleetTable(all));
      return EXIT.fine;
    }),
});

/** One job of a pipeline, on one line with the others so that it can be a step's output. */
const matrixEntry = ({ stackId, account, region, partition }: Target) => ({
  stack: stackId,
  account: account.id,
  name: account.name,
  region,
  partition,
});
