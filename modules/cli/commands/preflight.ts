import { hasPath } from "../../fleet";
import { AWS_OPTIONS, type AwsOptions, paceOf, withRole } from "../aws/options";
import { CONFIG_OPTIONS, defineCommand } from "../command";
import { EXIT } from "../exit";
import { type FleetOptions, withFleet } from "../fleet";
import { chosenTargets, ONLY_OPTION, type OnlyOptions } from "../only";
import { outputFolder } from "../output";
import { withProgress } from "../progress";

interface PreflightOptions extends FleetOptions, AwsOptions, OnlyOptions {}

/** The SDK is loaded by those who ask AWS alone. */
const loadPreflight = () => require("../preflight") as typeof import("../preflight");
const loadAws = () => require("../aws") as typeof import("../aws");

/** Looks for what a first deploy would overwrite. */
export const preflight = defineCommand<PreflightOptions>({
  usage: "preflight",
  description: "Tell what exists already under a name that a stack would overwrite or fail at. Only reads.",
  options: [...CONFIG_OPTIONS, ...AWS_OPTIONS, ONLY_OPTION],
  examples: ["preflight", "preflight --only 111111111111", "preflight --json"],
  run: (call) =>
    withFleet(call, (fleet) =>
      chosenTargets(call, fleet, async (chosen) => {
        const { options, terminal, env } = call;
        const targets = chosen.filter(hasPath).map((target) => withRole(target, options.role));
        const { preflight: look, preflightText } = loadPreflight();
        const found = await withProgress(terminal, "Looking", targets.length, (step) =>
          look({
            targets,
            sessions: loadAws().openSessions(env),
            pace: paceOf(call, ({ stackId }) => step(stackId)),
            outdir: outputFolder({}, env),
          }),
        );
        terminal.out(options.json ? JSON.stringify(found, null, 2) : preflightText(found));
        return found.every(({ existing, fault }) => existing.length === 0 && !fault) ? EXIT.fine : EXIT.failed;
      }),
    ),
});
