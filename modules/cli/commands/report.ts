import { writeFileSync } from "node:fs";
import { Option } from "commander";
import { unaskedText } from "../audit/findings";
import type { Audit } from "../audit/result";
import { AUDITING_OPTIONS, AUDITING_SCOPE, type AuditingOptions, withAudit } from "../audited";
import { type Call, defineCommand } from "../command";
import { EXIT, type ExitCode } from "../exit";
import { withWritable } from "../output";
import { withRemedy } from "../remedy";
import { REPORT_FORMATS, type ReportFormat } from "../report/formats";
import { counted } from "../summary";

interface ReportOptions extends AuditingOptions {
  readonly format: ReportFormat;
  /** File to write to; `-` is the standard output. */
  readonly output?: string;
  /** File of the audit before. */
  readonly previous?: string;
}

/** What draws the page is loaded by this command alone. */
const loadReport = () => require("../report") as typeof import("../report");

/** Writes what an audit found for people: a page, or a table for spreadsheets. */
export const report = defineCommand<ReportOptions>({
  usage: "report [audit]",
  description: "Write an audit as a page for people and auditors: from a file of `audit --json`, or by auditing now.",
  options: [
    ...AUDITING_OPTIONS,
    new Option("-f, --format <format>", "a page, or a table for spreadsheets").choices(REPORT_FORMATS).default("html"),
    new Option("-o, --output <file>", "file to write to, - for the output (default: keywatch-report.<format>)"),
    new Option("-p, --previous <file>", "an earlier audit, to tell what changed since"),
  ],
  examples: [
    "report docs/report/audit.json",
    "report docs/report/audit.json --previous docs/report/previous.json",
    "report docs/report/audit.json --format csv --output -",
    "report --role arn:aws:iam::{account}:role/keywatch-audit",
  ],
  run: (call) => {
    const output = outputOf(call.options);
    return withWritable(call.terminal, output === "-" ? undefined : output, () =>
      withPrevious(call, (previous) => {
        const [file] = call.args;
        const then = (audit: Audit) => write(call, audit, previous);
        return file === undefined ? withAudit(call, then) : withFile(call, file, then);
      }),
    );
  },
});

const outputOf = ({ format, output = `keywatch-report.${format}` }: ReportOptions): string => output;

type Ending = ExitCode | Promise<ExitCode>;

/** Reads an audit and hands it to what follows; a file that holds none is wrong use. */
function withRead<E extends Ending>({ terminal }: Call, file: string, then: (audit: Audit) => E): E | ExitCode {
  const read = loadReport().readAudit(file);
  if (read.ok) return then(read.audit);
  terminal.err(read.problem);
  return EXIT.wrong;
}

/** Reads the audit to report on. Beside its file an option that says how to audit would change nothing, and is wrong use. */
function withFile(call: Call, file: string, then: (audit: Audit) => ExitCode): ExitCode {
  const idle = call.given.filter((option) => AUDITING_SCOPE.includes(option)).map(({ long }) => long);
  if (idle.length === 0) return withRead(call, file, then);
  const names = idle.join(" and ");
  call.terminal.err(
    withRemedy(
      `error: ${names} cannot change an audit that is there already.`,
      `Leave out ${names}, or leave out ${file} to audit now.`,
    ),
  );
  return EXIT.wrong;
}

/** Reads the audit before, where one is named: first of all, because auditing takes long. */
const withPrevious = (call: Call<ReportOptions>, then: (previous?: Audit) => Ending): Ending =>
  call.options.previous === undefined ? then() : withRead(call, call.options.previous, then);

/** Writes the report and tells where; findings are the report's matter and no failure of it. */
function write({ options, terminal }: Call<ReportOptions>, audit: Audit, previous?: Audit): ExitCode {
  const { format, json } = options;
  const output = outputOf(options);
  const { changesSince, writtenReport } = loadReport();
  const text = writtenReport({ audit, changes: previous && changesSince(previous, audit) }, format);
  if (output === "-") {
    terminal.file(text);
    return EXIT.fine;
  }
  writeFileSync(output, text);
  const told = { file: output, targets: audit.targets.length, complete: audit.complete };
  if (json) terminal.out(JSON.stringify({ ok: true, ...told }, null, 2));
  else terminal.out(writtenText(audit, output));
  return EXIT.fine;
}

const writtenText = (audit: Audit, output: string): string =>
  [
    `The report of ${counted(audit.targets.length, "target")} is written to ${output}.`,
    ...(audit.complete ? [] : [`The audit is partial: ${unaskedText(audit)}.`]),
  ].join("\n");
