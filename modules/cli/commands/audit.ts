import { writeFileSync } from "node:fs";
import { Option } from "commander";
import type { Audit } from "../audit";
import { FORMATS, type Format } from "../audit/output/formats";
import { AUDITING_OPTIONS, type AuditingOptions, withAudit } from "../audited";
import { defineCommand } from "../command";
import { EXIT } from "../exit";
import { withWritable } from "../output";
import type { Terminal } from "../terminal";

interface AuditOptions extends AuditingOptions {
  readonly format: Format;
  /** File to write the result to. */
  readonly output?: string;
}

/** The SDK is loaded by those who ask AWS alone. */
const loadAudit = () => require("../audit") as typeof import("../audit");

/** Walks the alert path of every target in AWS and tells each step. */
export const audit = defineCommand<AuditOptions>({
  usage: "audit",
  description: "Walk CIS 4.7's audit and the whole alert path in AWS, target by target. Only reads.",
  options: [
    ...AUDITING_OPTIONS,
    new Option("-f, --format <format>", "how the result is told; --json is short for json")
      .choices(FORMATS)
      .default("text"),
    new Option("--sarif", "short for --format sarif").implies({ format: "sarif" satisfies Format }),
    new Option("-o, --output <file>", "file to write the result to; the summary is printed all the same"),
  ],
  examples: [
    "audit",
    "audit --role arn:aws:iam::{account}:role/keywatch-audit --concurrency 32",
    "audit --only 111111111111",
    "audit --wave 1",
    "audit --sarif --output keywatch.sarif",
    "audit --json",
  ],
  run: (call) =>
    withWritable(call.terminal, call.options.output, () =>
      withAudit(call, (result) => {
        tell(result, call.options, call.terminal);
        return loadAudit().hasFindings(result) ? EXIT.failed : EXIT.fine;
      }),
    ),
});

/** Prints the result, or writes it to a file and prints the summary. */
function tell(result: Audit, { format, json, output }: AuditOptions, terminal: Terminal): void {
  const { summary, written } = loadAudit();
  const text = written(result, json ? "json" : format, terminal);
  if (output) writeFileSync(output, `${text}\n`);
  terminal.out(output ? `${summary(result)}\nWritten to ${output}.` : text);
}
