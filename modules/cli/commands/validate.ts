import { CONFIG_OPTIONS, defineCommand } from "../command";
import { EXIT } from "../exit";
import { type FleetOptions, withFleet } from "../fleet";
import { fleetNotes } from "../notes";
import { fleetSize } from "../summary";

/** Checks the config and says how large the fleet is. */
export const validate = defineCommand<FleetOptions>({
  usage: "validate",
  description: "Check the config: every problem at once, with its place and remedy.",
  options: CONFIG_OPTIONS,
  examples: ["validate", "validate --config examples/minimal/keywatch.config.yaml", "validate --json"],
  run: (call) =>
    withFleet(call, (targets, file) => {
      const notes = fleetNotes(targets);
      call.terminal.out(
        call.options.json
          ? JSON.stringify({ ok: true, file, targets: targets.length, notes }, null, 2)
          : [`${file}: valid, ${fleetSize(targets)}.`, ...notes].join("\n"),
      );
      return EXIT.fine;
    }),
});
