import { Option } from "commander";
import type { Target } from "../fleet";
import type { Call } from "./command";
import { EXIT, type ExitCode } from "./exit";

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

/** Hands the targets that are meant to a command: without `--only` all. A name that nothing has is wrong use. */
export function chosenTargets<C extends ExitCode | Promise<ExitCode>>(
  { options: { only }, terminal }: Call<OnlyOptions>,
  targets: readonly Target[],
  command: (chosen: readonly Target[]) => C,
): C | typeof EXIT.wrong {
  const unknown = only?.find((name) => !targets.some(isOf(name)));
  if (unknown !== undefined) {
    terminal.err(`error: ${unknown} is no account or stack of the config. keywatch targets --json lists them.`);
    return EXIT.wrong;
  }
  return command(only ? targets.filter((target) => only.some((name) => isOf(name)(target))) : targets);
}
