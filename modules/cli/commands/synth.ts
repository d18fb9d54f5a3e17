import type { Target } from "../../fleet";
import { BrokenPath, noteReport } from "../../proof";
import type { Synthesized } from "../../stacks";
import { type AwsOptions, ROLE_OPTION, withRole } from "../aws/options";
import { CONFIG_OPTIONS, defineCommand } from "../command";
import { EXIT } from "../exit";
import { type FleetOptions, withFleet } from "../fleet";
import { fleetNotes } from "../notes";
import { OUTPUT_OPTION, type OutputOptions, outputFolder } from "../output";
import { counted, fleetSize, fleetTable, leftText } from "../summary";
import { writeAt } from "../write-at";

type SynthOptions = FleetOptions & OutputOptions & Pick<AwsOptions, "role">;

/** Loads CDKTF, which takes longer than all that the other commands do. */
export const writeStacks: typeof import("../../stacks").synth = (targets, outdir) => {
  const { synth } = require("../../stacks") as typeof import("../../stacks");
  return writeAt(outdir, "--output", () => synth(targets, outdir));
};

/** Writes the stacks of the fleet and tells what they would watch, and where. */
export const synth = defineCommand<SynthOptions>({
  usage: "synth",
  description: "Write the Terraform stacks of the fleet and tell what they would watch.",
  options: [...CONFIG_OPTIONS, OUTPUT_OPTION, ROLE_OPTION],
  examples: [
    "synth",
    "synth --config examples/minimal/keywatch.config.yaml --output /tmp/keywatch",
    "synth --role arn:aws:iam::{account}:role/keywatch-plan",
  ],
  run: (call) =>
    withFleet(call, (fleet) => {
      const { options, terminal, env } = call;
      const targets = fleet.map((target) => withRole(target, options.role));
      try {
        const synthesized = writeStacks(targets, outputFolder(options, env));
        terminal.out(
          options.json
            ? synthData(targets, synthesized)
            : [...synthText(targets, synthesized), terminal.dim(nextText(options))].join("\n"),
        );
        return EXIT.fine;
      } catch (error) {
        if (!(error instanceof BrokenPath)) throw error;
        if (options.json) terminal.out(JSON.stringify({ ok: false, broken: error.breaks }, null, 2));
        else terminal.err(error.message);
        return EXIT.failed;
      }
    }),
});

const synthData = (targets: readonly Target[], { outdir, removed, proof }: Synthesized): string =>
  JSON.stringify(
    {
      ok: true,
      outdir,
      stacks: targets.map(({ stackId }) => stackId),
      removed,
      proven: proof.proven,
      unproven: proof.unproven,
      notes: fleetNotes(targets),
    },
    null,
    2,
  );

const synthText = (targets: readonly Target[], { outdir, removed, proof }: Synthesized): readonly string[] => [
  `Keywatch would watch ${fleetSize(targets)}:`,
  "",
  fleetTable(targets),
  "",
  `${counted(proof.proven, "alert path")} proven from event to topic.`,
  ...(proof.unproven.length > 0 ? ["", "Not proven:", "", noteReport(proof.unproven), ""] : []),
  `${counted(targets.length, "stack")} written to ${outdir}. Nothing was deployed.`,
  ...removed.map(leftText),
  ...fleetNotes(targets),
];

/** The command that goes on from here, with the files that were named. */
function nextText({ config, output }: SynthOptions): string {
  const named = [...(config ? ["--config", config] : []), ...(output ? ["--output", output] : [])];
  return `Next: ${["npx keywatch deploy --plan", ...named].join(" ")} tells what a deploy would change`;
}
