import { writeFileSync } from "node:fs";
import { Option } from "commander";
import type { Target } from "../../fleet";
import { FORMATS, type Format } from "../audit/output/formats";
import { AWS_OPTIONS, type AwsOptions, withRole } from "../aws/options";
import { CONFIG_OPTIONS, defineCommand } from "../command";
import { EXIT } from "../exit";
import { type FleetOptions, withFleet } from "../fleet";
import { chosenStacks, ONLY_OPTION, type OnlyOptions, unknownChoice } from "../only";
import { outdirOf } from "../outdir";
import { withProgress } from "../progress";

interface AuditOptions extends FleetOptions, AwsOptions, OnlyOptions {
  readonly format: Format;
  /** File to write the result to. */
  readonly output?: string;
}

/** The SDK is loaded by those who ask AWS alone. */
const loadAudit = () => require("../audit") as typeof import("../audit");
const loadAws = () => require("../aws") as typeof import("../aws");

/** Walks the alert path of every target in AWS and tells each step. */
export const auditCommand = defineCommand<AuditOptions>({
  usage: "audit",
  description: "Walk CIS 4.7's audit and the whole alert path in AWS, target by target. Only reads.",
  options: [
    ...CONFIG_OPTIONS,
    ...AWS_OPTIONS,
    ONLY_OPTION,
    new Option("-f, --format <format>", "how the result is told; --json is short for json")
      .choices(FORMATS)
      .default("text"),
    new Option("-o, --output <file>", "file to write the result to; the summary is printed all the same"),
  ],
  examples: [
    "audit",
    "audit --role arn:aws:iam::{account}:role/keywatch-audit --concurrency 32",
    "audit --only 111111111111",
    "audit --format sarif --output keywatch.sarif",
    "audit --json",
  ],
  run: (call) =>
    withFleet(call, async (fleet, config) => {
      const { options, terminal, env } = call;
      const wrong = unknownChoice(fleet, options);
      if (wrong) {
        terminal.err(wrong);
        return EXIT.wrong;
      }
      const targets = fleet.map((target) => withRole(target, options.role));
      const only = chosenStacks(targets, options);
      const isTold = ({ stackId, retired }: Target) => !retired && (!only || only.includes(stackId));
      const { audit, hasFindings, summary, written } = loadAudit();
      const result = await withProgress(terminal, "Auditing", targets.filter(isTold).length, (step) =>
        audit({
          targets,
          only,
          config,
          sessions: loadAws().openSessions(env),
          pace: {
            concurrency: options.concurrency,
            timeout: options.timeout * 1000,
            signal: call.interrupted(),
            done: (target) => isTold(target) && step(target.stackId),
          },
          env,
          outdir: outdirOf(env),
        }),
      );
      const text = written(result, options.json ? "json" : options.format, terminal);
      if (options.output) {
        writeFileSync(options.output, `${text}\n`);
        terminal.out(`${summary(result)}\nWritten to ${options.output}.`);
      } else {
        terminal.out(text);
      }
      return hasFindings(result) ? EXIT.failed : EXIT.fine;
    }),
});
