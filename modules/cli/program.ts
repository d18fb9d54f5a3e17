import { Command as Commander } from "commander";
import { DEFAULT_FILE } from "../config";
import type { Call, Command } from "./command";
import { affected } from "./commands/affected";
import { audit } from "./commands/audit";
import { bootstrap } from "./commands/bootstrap";
import { completion } from "./commands/completion";
import { cost } from "./commands/cost";
import { deploy } from "./commands/deploy";
import { discover } from "./commands/discover";
import { drill } from "./commands/drill";
import { explain } from "./commands/explain";
import { init } from "./commands/init";
import { permissions } from "./commands/permissions";
import { preflight } from "./commands/preflight";
import { report } from "./commands/report";
import { synth } from "./commands/synth";
import { targets } from "./commands/targets";
import { validate } from "./commands/validate";
import { EXIT, type ExitCode } from "./exit";
import { VERSION } from "./version";

/** The commands, in the order of their help. */
const COMMANDS: readonly Command[] = [
  init,
  discover,
  validate,
  targets,
  affected,
  explain,
  cost,
  permissions,
  bootstrap,
  synth,
  preflight,
  deploy,
  audit,
  report,
  drill,
  completion(() => COMMANDS),
];

const exampleText = (examples: readonly string[]): string =>
  `\nExamples:\n${examples.map((example) => `  $ npx keywatch ${example}`).join("\n")}`;

/**
 * The command line of Keywatch.
 *
 * @param done gets the exit code of the command that ran.
 */
export function program(
  surroundings: Omit<Call, "options" | "given" | "args">,
  done: (code: ExitCode) => void,
): Commander {
  const { terminal } = surroundings;
  const keywatch = new Commander("keywatch")
    .description("Nobody's encryption keys disappear unnoticed: CIS AWS Foundations 4.7 for whole fleets.")
    .version(VERSION)
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    })
    // Its name alone: with all that a command takes beside it, the descriptions would not be wrapped on 80 columns.
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .exitOverride()
    .showHelpAfterError("Run keywatch --help, or keywatch <command> --help, for examples.");

  for (const { usage, description, options, examples, run } of COMMANDS) {
    const command = keywatch.command(usage).description(description).addHelpText("after", exampleText(examples));
    for (const option of options) command.addOption(option);
    command.action(() => {
      const given = options.filter((option) => command.getOptionValueSource(option.attributeName()) === "cli");
      const code = run({ ...surroundings, options: command.opts(), given, args: command.args });
      return code instanceof Promise ? code.then(done) : done(code);
    });
  }

  return keywatch.addHelpText(
    "after",
    `
Exit codes: ${EXIT.fine} fine, ${EXIT.failed} failed or found something, ${EXIT.wrong} wrong use or config.
The config is ${DEFAULT_FILE}, or what --config or KEYWATCH_CONFIG names.
${exampleText(["validate", "targets", "synth"])}`,
  );
}
