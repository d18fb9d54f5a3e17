import { bash } from "./bash";
import { fish } from "./fish";
import type { CompletedCommand } from "./tree";
import { zsh } from "./zsh";

/** What makes each shell complete `keywatch`, from the commands as data (`tree`). */
export const COMPLETIONS: Readonly<Record<string, (commands: readonly CompletedCommand[]) => string>> = {
  bash,
  zsh,
  fish,
};

export { treeOf } from "./tree";
