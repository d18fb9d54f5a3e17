import path from "node:path";
import { Option } from "commander";
import { stateBucketOf } from "../../fleet";
import { CONFIG_OPTIONS, defineCommand } from "../command";
import { EXIT } from "../exit";
import { type FleetOptions, withConfig } from "../fleet";
import { OUTPUT_OPTION, type OutputOptions, outputFolder } from "../output";

interface BootstrapOptions extends FleetOptions, OutputOptions {
  readonly autoApprove?: boolean;
}

/** The SDK and CDKTF are loaded here alone. */
const makeBucket: typeof import("../bootstrap").bootstrap = (...bucket) =>
  (require("../bootstrap") as typeof import("../bootstrap")).bootstrap(...bucket);

/** Makes the bucket that keeps the fleet's states; Terraform shows its plan and asks. */
export const bootstrap = defineCommand<BootstrapOptions>({
  usage: "bootstrap",
  description: "Make the bucket that keeps the fleet's states, as `state.bootstrap` says; run again to change it.",
  options: [
    ...CONFIG_OPTIONS,
    OUTPUT_OPTION,
    new Option("--auto-approve", "do not ask before Terraform applies its plan"),
  ],
  examples: ["bootstrap", "bootstrap --auto-approve"],
  run: (call) =>
    withConfig(call, async (config) => {
      const { terminal, options, env, interrupted } = call;
      const state = stateBucketOf(config);
      if (!state) {
        terminal.err(
          "The config has no state.bootstrap, so there is no bucket to make. It goes with a state of type s3.",
        );
        return EXIT.wrong;
      }
      const made = await makeBucket(state, {
        outdir: path.join(outputFolder(options, env), "bootstrap"),
        env,
        signal: interrupted(),
        approval: options.autoApprove ? ["-auto-approve"] : [],
      });
      if (!made) return EXIT.failed;
      terminal.out(`${state.bucket} in ${state.region} of account ${state.account.id} keeps the states of the fleet.`);
      return EXIT.fine;
    }),
});
