import { CommanderError } from "commander";
import { errorText } from "./error-text";
import { EXIT } from "./exit";
import { interruptedSignal } from "./interrupted";
import { program } from "./program";
import { processTerminal } from "./terminal";

/** The SDK is pinned, so its word that later versions will want a newer Node helps nobody who runs a command. */
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

const terminal = processTerminal(process);

// Whoever reads the output may have had enough: `keywatch explain events.json | head`.
process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  if (code === "EPIPE") process.exit();
  terminal.err(`keywatch: The output cannot be written: ${message}`);
  process.exit(EXIT.failed);
});
// What is told beside the output is no reason to stop when nobody listens.
process.stderr.on("error", () => {});

program({ env: process.env, terminal, stdin: process.stdin, interrupted: () => interruptedSignal(process) }, (code) => {
  process.exitCode = code;
})
  .parseAsync(process.argv)
  .catch((error) => {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.wrong;
    } else {
      terminal.err(`keywatch: ${errorText(error)}`);
      process.exitCode = EXIT.failed;
    }
  });
