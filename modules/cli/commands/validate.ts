import { EXIT, type ExitCode } from "../exit";
import { type FleetOptions, withFleet } from "../fleet";
import { fleetNotes } from "../notes";
import { fleetSize } from "../summary";
import type { Terminal } from "../terminal";

/** Checks the config and says how large the fleet is. */
export const validate = (options: FleetOptions, terminal: Terminal): ExitCode =>
  withFleet(options, terminal, (targets) => {
    const notes = fleetNotes(targets);
    terminal.out(
      options.json
        ? JSON.stringify({ ok: true, file: options.config, targets: targets.length, notes }, null, 2)
        : [`${options.config}: valid, ${fleetSize(targets)}.`, ...notes].join("\n"),
    );
    return EXIT.fine;
  });
