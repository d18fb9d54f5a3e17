import type { SynthesizedStack } from "../../modules/proof";
import { buildApp } from "../../modules/stacks";
import { readBack } from "../../modules/stacks/read-back";
import { changed, type Raw } from "./fleet";
import { inFolder } from "./folder";
import { targetsOf } from "./targets";

/** The stacks of a config as they were synthesized, with what must be found in each. */
export const synthesized = (config: Raw): readonly SynthesizedStack[] =>
  inFolder((folder) => {
    const targets = targetsOf(config);
    const app = buildApp(targets, folder);
    app.synth();
    return targets.map((target) => readBack(app, target));
  });

/** Stacks of which one has another value at a path below its Terraform JSON; without a value, nothing stands there. */
export const withChange = (stacks: readonly SynthesizedStack[], id: string, path: string, value?: unknown) =>
  stacks.map((stack) => (stack.id === id ? changed(stack, { [`terraform.${path}`]: value }) : stack));

/** A value below the Terraform JSON of a stack. */
export const valueAt = (stacks: readonly SynthesizedStack[], id: string, path: string): Raw =>
  path.split(".").reduce<Raw>((node, key) => node?.[key], stacks.find((stack) => stack.id === id)?.terraform);

/** A statement of a policy, as a test changes it. */
export type Statement = Raw;

/** Stacks of which one has other statements in the policy at a path. */
export function withStatements(
  stacks: readonly SynthesizedStack[],
  id: string,
  path: string,
  change: (statements: Statement[]) => Statement[],
): readonly SynthesizedStack[] {
  const policy = JSON.parse(valueAt(stacks, id, path));
  return withChange(stacks, id, path, JSON.stringify({ ...policy, Statement: change(policy.Statement) }));
}
