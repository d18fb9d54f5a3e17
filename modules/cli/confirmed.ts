import type { confirm } from "@inquirer/prompts";
import { printable } from "./printable";

/** Where a person is asked, and what ends the asking. */
type Context = Parameters<typeof confirm>[1];

/** Asks a question on the terminal that begins with no; Ctrl-C is a no too. */
export async function confirmed(message: string, context?: Context): Promise<boolean> {
  const { confirm } = await import("@inquirer/prompts");
  return confirm({ message: printable(message), default: false }, context).catch(() => false);
}
