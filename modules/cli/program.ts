import { Command } from "commander";
import { DEFAULT_FILE } from "../config";
import { synth } from "./commands/synth";
import { targets } from "./commands/targets";
import { validate } from "./commands/validate";
import { EXIT, type ExitCode } from "./exit";
import type { FleetOptions } from "./fleet";
import type { Terminal } from "./terminal";

/**
 * The command line of Keywatch.
 *
 * @param done gets the exit code of the command that ran.
 */
export function program(env: NodeJS.ProcessEnv, terminal: Terminal, done: (code: ExitCode) => void): Command {
  const keywatch = new Command("keywatch")
    .description("Nobody's encryption keys disappear unnoticed: CIS AWS Foundations 4.7 for whole fleets.")
    .version("0.1.0")
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    })
    .exitOverride()
    .showHelpAfterError("Run keywatch --help, or keywatch <command> --help, for examples.");

  const command = <O extends FleetOptions>(
    name: string,
    description: string,
    run: (options: O, terminal: Terminal) => ExitCode,
    examples: readonly string[],
  ) =>
    keywatch
      .command(name)
      .description(description)
      .option("-c, --config <file>", "config file (.ts, .js, .yaml, .json)", env.KEYWATCH_CONFIG ?? DEFAULT_FILE)
      .option("--json", "print JSON for machines")
      .addHelpText("after", `\nExamples:\n${examples.map((example) => `  $ npx keywatch ${example}`).join("\n")}`)
      .action((options: O) => done(run(options, terminal)));

  command("validate", "Check the config: every problem at once, with its place and remedy.", validate, [
    "validate",
    "validate --config examples/minimal/keywatch.config.yaml",
    "validate --json",
  ]);
  command("targets", "List what is watched and where: every account and region.", targets, [
    "targets",
    "targets --json",
    "targets --matrix",
  ]).option("--matrix", "print the matrix of a pipeline on one line");
  command("synth", "Write the Terraform stacks of the fleet and tell what they would watch.", synth, [
    "synth",
    "synth --config examples/minimal/keywatch.config.yaml --output /tmp/keywatch",
  ]).option("-o, --output <folder>", "folder to write to (default: CDKTF_OUTDIR, or cdktf.out)");

  return keywatch.addHelpText(
    "after",
    `
Exit codes: ${EXIT.fine} fine, ${EXIT.failed} failed or found something, ${EXIT.wrong} wrong use or config.
The config is ${DEFAULT_FILE} unless --config or KEYWATCH_CONFIG names another.

Examples:
  $ npx keywatch validate
  $ npx keywatch targets
  $ npx keywatch synth`,
  );
}
