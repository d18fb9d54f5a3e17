import { EXIT, type ExitCode } from "../exit";
import { type FleetOptions, withFleet } from "../fleet";
import { fleetSize } from "../summary";
import type { Terminal } from "../terminal";

/** Checks the config and says how large the fleet is. */
export const validate = (options: FleetOptions, terminal: Terminal): ExitCode =>
  withFleet(options, terminal, (targets) => {
    terminal.out(
      options.json
        ? JSON.stringify({ ok: true, file: options.config, targets: targets.length }, null, 2)
        : `${options.config}: valid, ${fleetSize(targets)}.`,
    );
    return EXIT.fine;
  });
