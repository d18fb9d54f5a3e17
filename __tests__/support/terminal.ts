import { type Terminal, writerTo } from "../../modules/cli/terminal";

/** A terminal that keeps what is written to it, with emphasis in marks that can be seen. */
export function fakeTerminal() {
  const written = { out: "", err: "" };
  const terminal: Terminal = {
    ...writerTo(
      (text) => {
        written.out += text;
      },
      (text) => {
        written.err += text;
      },
    ),
    live: false,
    bold: (text) => `*${text}*`,
    dim: (text) => `(${text})`,
  };
  return { terminal, written };
}
