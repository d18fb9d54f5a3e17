import { create } from "xmlbuilder2";
import { countOf } from "../findings";
import type { Audit, Step, TargetAudit } from "../result";

/** Stands for what XML 1.0 forbids, such as control characters in a name that somebody chose. */
const NO_CHARACTER = "\ufffd";

/** The audit as JUnit's XML, for pipelines: a suite for each target and one for the fleet, a case for each step. */
export function auditJunit(audit: Audit): string {
  const suites = [
    ...audit.targets.map(targetSuite),
    ...(audit.fleet.length > 0 ? [suiteOf("fleet", audit.fleet)] : []),
  ];
  return create({ version: "1.0", encoding: "UTF-8", invalidCharReplacement: NO_CHARACTER })
    .ele({ testsuites: { "@name": "keywatch audit", testsuite: suites } })
    .end({ prettyPrint: true });
}

const targetSuite = ({ stackId, steps, fault, milliseconds }: TargetAudit) => ({
  ...suiteOf(
    stackId,
    steps,
    fault
      ? [
          {
            "@classname": stackId,
            "@name": "The target can be asked",
            error: { "@message": fault.message, "#": fault.remedy },
          },
        ]
      : [],
  ),
  "@time": milliseconds / 1000,
});

const suiteOf = (name: string, steps: readonly Step[], faults: readonly object[] = []) => ({
  "@name": name,
  "@tests": steps.length + faults.length,
  "@failures": countOf(steps, "fail"),
  "@errors": countOf(steps, "unknown") + faults.length,
  testcase: [...faults, ...steps.map((step) => caseOf(name, step))],
});

const caseOf = (suite: string, step: Step) => ({
  "@classname": step.control ? `${suite}.${step.control}` : suite,
  "@name": [step.title, step.resource].filter(Boolean).join(": "),
  ...outcomeOf(step),
});

function outcomeOf({ verdict, evidence, expected, remedy }: Step): object {
  const told = {
    "@message": evidence,
    "#": [expected && `expected: ${expected}`, remedy && `to mend it: ${remedy}`].filter(Boolean).join("\n"),
  };
  switch (verdict) {
    case "pass":
      return { "system-out": evidence };
    case "warn":
      return { "system-out": `warning: ${evidence}\n${told["#"]}` };
    case "fail":
      return { failure: told };
    case "unknown":
      return { error: told };
  }
}
