import { createColors } from "picocolors";
import { printable } from "./printable";

/** Where a command writes: results to `out`, everything else to `err`; nothing in such a text steers a terminal. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Writes the content of a file to the output, as it is. */
  readonly file: (content: string) => void;
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
    ...writerTo(
      (text) => stdout.write(text),
      (text) => stderr.write(text),
    ),
    live,
    bold,
    dim,
  };
}

type Write = (text: string) => void;

/** What a command writes by, to an output and a place for errors. */
export const writerTo = (out: Write, err: Write): Pick<Terminal, "out" | "err" | "file"> => ({
  out: (text) => out(`${printable(text)}\n`),
  err: (text) => err(`${printable(text)}\n`),
  file: out,
});
