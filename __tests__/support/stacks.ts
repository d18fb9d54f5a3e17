import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FleetWorkspaces, StateBucket, Target } from "../../modules/fleet";
import { synth, writeStateStack, writeWorkspacesStack } from "../../modules/stacks";
import { type Changes, type Raw, smallFleet } from "./fleet";
import { inFolder } from "./folder";
import { targetsOf } from "./targets";

/** The text of every stack that targets have, as synth writes it, by stack id. */
export const stackTexts = (targets: readonly Target[]): Record<string, string> =>
  inFolder((folder) => {
    synth(targets, folder);
    const stacks = path.join(folder, "stacks");
    return Object.fromEntries(
      readdirSync(stacks).map((stack) => [stack, readFileSync(path.join(stacks, stack, "cdk.tf.json"), "utf8")]),
    );
  });

/** The text of the stack that makes the bucket of the states. */
export const stateStackText = (state: StateBucket): string =>
  inFolder((folder) => readFileSync(path.join(writeStateStack(state, folder), "cdk.tf.json"), "utf8"));

/** The text of the stack that makes the workspaces of HCP Terraform. */
export const workspacesStackText = (fleet: FleetWorkspaces): string =>
  inFolder((folder) => readFileSync(path.join(writeWorkspacesStack(fleet, folder), "cdk.tf.json"), "utf8"));

/** The stacks of a config, by stack id, without what CDKTF notes for itself. */
export const stacksOf = (config: Raw): Record<string, Raw> =>
  Object.fromEntries(
    Object.entries(stackTexts(targetsOf(config))).map(([id, text]) => [
      id,
      JSON.parse(text, (key, value) => (key === "//" ? undefined : value)),
    ]),
  );

/** The only stack of the smallest fleet, changed. */
export function stackOf(changes: Changes = {}): Raw {
  const [stack, ...others] = Object.values(stacksOf(smallFleet(changes)));
  if (others.length > 0) throw new Error(`One stack was expected, there are ${others.length + 1}.`);
  return stack;
}
