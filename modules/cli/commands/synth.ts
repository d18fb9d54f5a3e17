import { EXIT, type ExitCode } from "../exit";
import { type FleetOptions, withFleet } from "../fleet";
import { fleetNotes } from "../notes";
import { counted, fleetSize, fleetTable } from "../summary";
import type { Terminal } from "../terminal";

export interface SynthOptions extends FleetOptions {
  /** Folder to write to. */
  readonly output?: string;
}

/** CDKTF is loaded here alone: it takes longer than all that the other commands do. */
const writeStacks: typeof import("../../stacks").synth = (...fleet) =>
  (require("../../stacks") as typeof import("../../stacks")).synth(...fleet);

/** Writes the stacks of the fleet and tells what they would watch, and where. */
export const synth = (options: SynthOptions, terminal: Terminal): ExitCode =>
  withFleet(options, terminal, (targets) => {
    const { outdir, removed } = writeStacks(targets, options.output);
    if (options.json) {
      terminal.out(
        JSON.stringify(
          { ok: true, outdir, stacks: targets.map(({ stackId }) => stackId), removed, notes: fleetNotes(targets) },
          null,
          2,
        ),
      );
      return EXIT.fine;
    }
    terminal.out(
      [
        `Keywatch would watch ${fleetSize(targets)}:`,
        "",
        fleetTable(targets),
        "",
        `${counted(targets.length, "stack")} written to ${outdir}. Nothing was deployed.`,
        ...removed.map(
          (stack) =>
            `${stack} has left the config, its resources stay: list the account under \`retired\` to destroy them.`,
        ),
        ...fleetNotes(targets),
        terminal.dim("Next: npx cdktf diff <stack>, then npx cdktf deploy '*'"),
      ].join("\n"),
    );
    return EXIT.fine;
  });
