import path from "node:path";
import { Option } from "commander";
import type { Config } from "../../config";
import { stateBucketOf, workspacesOf } from "../../fleet";
import type { Bootstrap } from "../bootstrap";
import { CONFIG_OPTIONS, defineCommand } from "../command";
import { EXIT } from "../exit";
import { type FleetOptions, withConfig } from "../fleet";
import { OUTPUT_OPTION, type OutputOptions, outputFolder } from "../output";

interface BootstrapOptions extends FleetOptions, OutputOptions {
  readonly autoApprove?: boolean;
}

/** Something to make, and what is told once it is there. */
interface Asked {
  readonly make: (how: Bootstrap) => Promise<boolean>;
  readonly made: string;
}

/** The SDK and CDKTF are loaded here alone. */
const load = (): typeof import("../bootstrap") => require("../bootstrap");

/** Makes what keeps the fleet's states; Terraform shows its plan and asks. */
export const bootstrap = defineCommand<BootstrapOptions>({
  usage: "bootstrap",
  description:
    "Make what keeps the fleet's states: the bucket of `state.bootstrap`, or the HCP Terraform workspaces of `state.workspaces`; run again to change them.",
  options: [
    ...CONFIG_OPTIONS,
    OUTPUT_OPTION,
    new Option("--auto-approve", "do not ask before Terraform applies its plan"),
  ],
  examples: ["bootstrap", "bootstrap --auto-approve"],
  run: (call) =>
    withConfig(call, async (config) => {
      const { terminal, options, env, interrupted } = call;
      const asked = askedOf(config);
      if (!asked) {
        terminal.err(
          "The config asks for nothing to be made: it has neither state.bootstrap, with a state of type s3, nor state.workspaces, with one of type hcp.",
        );
        return EXIT.wrong;
      }
      const done = await asked.make({
        outdir: path.join(outputFolder(options, env), "bootstrap"),
        env,
        signal: interrupted(),
        approval: options.autoApprove ? ["-auto-approve"] : [],
      });
      if (!done) return EXIT.failed;
      terminal.out(asked.made);
      return EXIT.fine;
    }),
});

function askedOf(config: Config): Asked | undefined {
  const bucket = stateBucketOf(config);
  if (bucket) {
    return {
      make: (how) => load().makeBucket(bucket, how),
      made: `${bucket.bucket} in ${bucket.region} of account ${bucket.account.id} keeps the states of the fleet.`,
    };
  }
  const fleet = workspacesOf(config);
  if (!fleet) return undefined;
  return {
    make: (how) => load().makeWorkspaces(fleet, how),
    made: `Project ${fleet.project} of ${fleet.organization} keeps the state of every stack, in a workspace of its own.`,
  };
}
