import { createColors } from "picocolors";

/** Where a command writes: results to `out`, everything else to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether a person sees the output as it is written, so that progress can be drawn over it. */
  readonly live: boolean;
  /** Emphasis for people; does nothing where the output is no terminal or `NO_COLOR` is set. */
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** The terminal of this process. */
export function processTerminal({ stdout, stderr, env }: NodeJS.Process): Terminal {
  const live = Boolean(stdout.isTTY) && env.TERM !== "dumb";
  const { bold, dim } = createColors(live && !env.NO_COLOR);
  return {
    out: (text) => stdout.write(`${text}\n`),
    err: (text) => stderr.write(`${text}\n`),
    live,
    bold,
    dim,
  };
}
