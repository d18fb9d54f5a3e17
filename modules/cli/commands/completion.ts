import { type Command, defineCommand } from "../command";
import { COMPLETIONS, treeOf } from "../completion";
import { EXIT } from "../exit";

/**
 * Prints what makes a shell complete `keywatch`.
 *
 * @param commands all commands, itself included
 */
export const completion = (commands: () => readonly Command[]): Command =>
  defineCommand({
    usage: `completion <${Object.keys(COMPLETIONS).join("|")}>`,
    description: "Print what makes a shell complete commands, options and values.",
    options: [],
    examples: ["completion bash", "completion zsh", "completion fish"],
    run: ({ args: [shell = ""], terminal }) => {
      const script = COMPLETIONS[shell];
      if (!script) {
        terminal.err(
          `error: ${shell} is not known here.\n  to mend it: Name one of: ${Object.keys(COMPLETIONS).join(", ")}.`,
        );
        return EXIT.wrong;
      }
      terminal.out(script(treeOf(commands())).trimEnd());
      return EXIT.fine;
    },
  });
