import path from "node:path";
import { describeNeeding } from "./needing";
import { type Ended, ended, start } from "./process";
import { missingOf } from "./programs";

export const CTRL_C = "\x03";

/** What shows the cursor of a terminal, and what hides it. */
export const CURSOR = { shown: "\x1b[?25h", hidden: "\x1b[?25l" } as const;

/** What is typed once a text was shown. */
export type Typed = readonly [text: string, keys: string];

/** Runs a Node program at a terminal of its own; `out` is what was shown, and a signal that ended it is a code above 128. */
export const atTerminal = (
  typed: readonly Typed[],
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> =>
  ended(
    start(
      [path.join(__dirname, "at_terminal.py"), JSON.stringify(typed), process.execPath, ...args],
      { TERM: "xterm", ...env },
      "python3",
    ),
  );

/** `describeNeeding` for tests at a terminal. */
export const describeAtTerminal = (name: string, tests: () => void): void =>
  describeNeeding(name, missingOf("python3"), tests);
