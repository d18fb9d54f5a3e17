import { Option } from "commander";
import type { Target } from "../fleet";

/** What a command takes that can look at a part of the fleet. */
export interface OnlyOptions {
  /** Account ids and stack ids. */
  readonly only?: readonly string[];
}

export const ONLY_OPTION = new Option("--only <account or stack...>", "look at these accounts or stacks alone");

const isOf =
  (name: string) =>
  ({ stackId, account }: Target) =>
    stackId === name || account.id === name;

/** The ids of the stacks that are meant; undefined where all are. */
export const chosenStacks = (targets: readonly Target[], { only }: OnlyOptions): string[] | undefined =>
  only && targets.filter((target) => only.some((name) => isOf(name)(target))).map(({ stackId }) => stackId);

/** What is wrong use: a name that nothing has. */
export function unknownChoice(targets: readonly Target[], { only = [] }: OnlyOptions): string | undefined {
  const unknown = only.find((name) => !targets.some(isOf(name)));
  return unknown && `error: ${unknown} is no account or stack of the config. keywatch targets --json lists them.`;
}
