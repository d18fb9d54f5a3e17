import type { Call } from "./command";
import { printable } from "./printable";

/** Whether somebody can be asked: not where input or output is no terminal, nor where a machine reads the answer. */
export const canAsk = ({ terminal, stdin, options }: Call): boolean =>
  terminal.live && stdin.isTTY === true && !("json" in options && options.json);

/**
 * Asks a question on the terminal that begins with no; Ctrl-C is a no too.
 *
 * @param signal ends the asking, with a no.
 */
export async function confirmed(
  { stdin }: Pick<Call, "stdin">,
  question: string,
  signal: AbortSignal,
): Promise<boolean> {
  const { confirm } = await import("@inquirer/prompts");
  return confirm({ message: printable(question), default: false }, { input: stdin, signal }).catch(() => false);
}
