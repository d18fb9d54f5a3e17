import type { Terminal } from "../../modules/cli/terminal";

/** A terminal that keeps what is written to it, with emphasis in marks that can be seen. */
export function fakeTerminal() {
  const written = { out: "", err: "" };
  const terminal: Terminal = {
    out: (text) => {
      written.out += `${text}\n`;
    },
    err: (text) => {
      written.err += `${text}\n`;
    },
    live: false,
    bold: (text) => `*${text}*`,
    dim: (text) => `(${text})`,
  };
  return { terminal, written };
}
