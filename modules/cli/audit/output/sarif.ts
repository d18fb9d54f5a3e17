import { createHash } from "node:crypto";
import { VERSION } from "../../version";
import { identityOf, type Placed, placedSteps, placeOf } from "../findings";
import type { Audit, Step, TargetAudit, Verdict } from "../result";

const LEVELS: Readonly<Record<Exclude<Verdict, "pass">, "error" | "warning">> = {
  fail: "error",
  unknown: "error",
  warn: "warning",
};

/** GitHub shows no result without a line. Source: GitHub, "SARIF support for code scanning". */
const WHOLE_FILE = { startLine: 1 } as const;

/** The findings as SARIF 2.1.0, for code scanning: a rule for each step, a result for each finding, in the config file. */
export function auditSarif(audit: Audit): string {
  const found = placedSteps(audit).filter(({ step }) => step.verdict !== "pass");
  const rules = [...new Map(found.map(({ step }) => [step.id, step])).values()];
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "keywatch", version: VERSION, rules: rules.map(ruleOf) } },
        invocations: [
          {
            executionSuccessful: audit.complete,
            startTimeUtc: audit.startedAt,
            endTimeUtc: audit.endedAt,
            toolExecutionNotifications: audit.targets.flatMap(notificationOf),
          },
        ],
        results: found.map((placed) => resultOf(audit.config, rules, placed)),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

const ruleOf = ({ id, title, expected = title, remedy = "" }: Step) => ({
  id,
  shortDescription: { text: title },
  fullDescription: { text: expected },
  help: { text: remedy || expected },
});

const notificationOf = ({ stackId, fault }: TargetAudit) =>
  fault ? [{ level: "error", message: { text: `${stackId} was not asked: ${fault.message} ${fault.remedy}` } }] : [];

function resultOf(config: string, rules: readonly Step[], placed: Placed) {
  const { step } = placed;
  const place = placeOf(placed);
  return {
    ruleId: step.id,
    ruleIndex: rules.findIndex(({ id }) => id === step.id),
    level: LEVELS[step.verdict as Exclude<Verdict, "pass">],
    message: { text: [`${place}: ${step.evidence}`, step.expected, step.remedy].filter(Boolean).join(" ") },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: encodeURI(config) }, region: WHOLE_FILE },
        logicalLocations: [{ fullyQualifiedName: [place, step.resource ?? step.id].join("/"), kind: "resource" }],
      },
    ],
    partialFingerprints: { "keywatch/v1": fingerprint(placed) },
  };
}

/** The same for the same finding at every audit, so that tools see what is new. */
const fingerprint = (placed: Placed): string => createHash("sha256").update(identityOf(placed)).digest("hex");
