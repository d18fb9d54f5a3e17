import { createColors } from "picocolors";

/** Where a command writes: results to `out`, everything else to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Emphasis for people; does nothing where the output is no terminal or `NO_COLOR` is set. */
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** The terminal of this process. */
export function processTerminal({ stdout, stderr, env }: NodeJS.Process): Terminal {
  const { bold, dim } = createColors(Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== "dumb");
  return {
    out: (text) => stdout.write(`${text}\n`),
    err: (text) => stderr.write(`${text}\n`),
    bold,
    dim,
  };
}
