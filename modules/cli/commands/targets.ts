import type { Target } from "../../fleet";
import { EXIT, type ExitCode } from "../exit";
import { type FleetOptions, withFleet } from "../fleet";
import { fleetTable } from "../summary";
import type { Terminal } from "../terminal";

export interface TargetsOptions extends FleetOptions {
  /** Print the matrix of a pipeline. */
  readonly matrix?: boolean;
}

/** Lists the targets: as a table, as JSON with everything that was resolved, or as a pipeline's matrix. */
export const targets = (options: TargetsOptions, terminal: Terminal): ExitCode =>
  withFleet(options, terminal, (all) => {
    if (options.matrix) terminal.out(JSON.stringify({ include: all.map(matrixEntry) }));
    else if (options.json) terminal.out(JSON.stringify(all, null, 2));
    else terminal.out(fleetTable(all));
    return EXIT.fine;
  });

/** One job of a pipeline, on one line with the others so that it can be a step's output. */
const matrixEntry = ({ stackId, account, region, partition }: Target) => ({
  stack: stackId,
  account: account.id,
  name: account.name,
  region,
  partition,
});
