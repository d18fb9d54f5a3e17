import { CommanderError } from "commander";
import { EXIT } from "./exit";
import { interruptedSignal } from "./interrupted";
import { program } from "./program";
import { processTerminal } from "./terminal";

const terminal = processTerminal(process);

program({ env: process.env, terminal, interrupted: () => interruptedSignal(process) }, (code) => {
  process.exitCode = code;
})
  .parseAsync(process.argv)
  .catch((error) => {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.wrong;
    } else {
      terminal.err(`keywatch: ${error instanceof Error ? error.message : error}`);
      process.exitCode = EXIT.failed;
    }
  });
