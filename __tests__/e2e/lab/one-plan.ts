import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newStack } from "./folder";

/** A stack as synthesized. */
export interface Stack {
  readonly terraform: { readonly required_providers: object };
  readonly variable?: Readonly<Record<string, object>>;
  readonly resource?: Readonly<Record<string, object>>;
  readonly data?: Readonly<Record<string, object>>;
  readonly output?: Readonly<Record<string, object>>;
}

/**
 * A new folder in which all stacks are modules of one, so that one plan shows them all: starting the provider is nearly all
 * that a plan costs. State, provider, imports and the values of variables are those of the root.
 */
export function newStackOfStacks(name: string, stacks: ReadonlyMap<string, Stack>, provider: object): string {
  const [first] = stacks.values();
  const folder = newStack(name, {
    terraform: { required_providers: first?.terraform.required_providers },
    provider: { aws: provider },
    module: Object.fromEntries([...stacks].map(([id, stack]) => [id, callOf(id, stack)])),
  });
  for (const [id, { terraform, variable, resource, data }] of stacks) {
    const module = { terraform: { required_providers: terraform.required_providers }, variable, resource, data };
    mkdirSync(join(folder, id));
    writeFileSync(join(folder, id, "cdk.tf.json"), JSON.stringify(module));
  }
  return folder;
}

const callOf = (id: string, { variable = {} }: Stack): object => ({
  source: `./${id}`,
  ...Object.fromEntries(Object.keys(variable).map((name) => [name, "https://secret.example"])),
});
