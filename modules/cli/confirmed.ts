/** Asks a question on the terminal that begins with no; Ctrl-C is a no too. */
export async function confirmed(message: string): Promise<boolean> {
  const { confirm } = await import("@inquirer/prompts");
  return confirm({ message, default: false }).catch(() => false);
}
