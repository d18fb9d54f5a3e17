import { actionsOf } from "../../access";
import { code, table } from "../../markdown";
import { LINKS, type StepSpec } from "./judge";
import { states } from "./judge/states";

const INTRODUCTION = `# The audit

<!-- Written by \`npm run docs\` from modules/cli/audit. -->

\`keywatch audit\` asks AWS, target by target, for every link of the way from a call on a key to a person, and for what the
benchmark's own audit of 4.7 asks. It only reads. Targets are asked side by side; a target that does not answer is a row with
its reason, and the result is then said to be partial.

A step has one of four verdicts:

| Verdict | Meaning | Exit code |
| --- | --- | --- |
| \`pass\` | it holds | |
| \`fail\` | an alert would be lost, or the benchmark's audit fails | 1 |
| \`unknown\` | it could not be asked; it never counts as a pass | 1 |
| \`warn\` | advice: alerts arrive, but a checker complains, or somebody else must be asked | |

What hangs on something that is missing is not judged: a topic that is gone is one finding, not five. A topic or key of an account
outside the fleet is asked too; where its owner does not let the audit look, that is a \`warn\`. What a hub makes is judged once, at
the hub, for the alarms and relays of all its members. What watches the alert path is walked too: its alarms, what they say now, and
the heartbeat. Chat channels share one subscription of AWS, so that the audit tells whether they hear, and not which of them.

The stack of an organization is a row like any target. Its StackSet is asked, and CloudFormation tells how each account and region
of it is: one that failed is a \`fail\` with its reason; one that is at work, or whose account is suspended, is a \`warn\`. The
accounts themselves are not entered.

## Forms

${table(
  ["Option", "Result"],
  [
    ["", "findings first, each kind once with all its places, then a row for each target"],
    ["`--json`", "everything, as `Audit` in `modules/cli/audit/result.ts` has it"],
    [
      "`--sarif`, short for `--format sarif`",
      "SARIF 2.1.0: the findings, with fingerprints that stay the same from audit to audit",
    ],
    ["`--format junit`", "JUnit: a suite for each target, a case for each step"],
    ["`--output <file>`", "writes the result to a file and prints the summary"],
    ["`--only <account or stack>`", "looks at these alone, and not at the states of the fleet"],
    ["`--wave <number>`", "looks at a wave of the rollout alone, likewise"],
  ],
)}

Endpoints of subscriptions stand in the result as the config has them; one that is \`{ fromEnv }\` is compared, and named by its
variable alone.

## What its role may do

The role is the one of the config, or that of \`--role\`. It needs no more than this, and \`keywatch permissions audit\` says on what;
what an organization's StackSet asks for is in the role of its own account alone, with \`--account\`:

${actionsOf("audit")
  .map((action) => `- ${code(action)}`)
  .join("\n")}

The states are read with the credentials of the pipeline, as Terraform reads them: local files, and S3 with \`s3:ListBucket\` and
\`s3:GetObject\`. Those of other backends are not looked at, which is a \`warn\`.`;

/** The page of the audit: what it is, then every step. */
export const auditPage = (): string =>
  `${[INTRODUCTION, ...[...LINKS, states].map(({ name, steps }) => linkSection(name, steps))].join("\n\n")}\n`;

const linkSection = (name: string, steps: Readonly<Record<string, StepSpec>>): string =>
  [
    `## ${name}`,
    table(
      ["Step", "Otherwise", "What is asked", "To mend it", "Asked by"],
      Object.entries(steps).map(([id, { title, expected, remedy, source = "Keywatch", otherwise }]) => [
        code(id),
        otherwise,
        `${title}. ${expected}`,
        remedy,
        source,
      ]),
    ),
  ].join("\n\n");
