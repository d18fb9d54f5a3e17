import { countedOf } from "../../summary";
import { tableText } from "../../table";
import type { Terminal } from "../../terminal";
import { countOf, groupsOf, type Placed, placedSteps, placeOf, unaskedText, VERDICTS } from "../findings";
import type { Audit, TargetAudit, Verdict } from "../result";

/** The audit as a person reads it: what is wrong first, each kind of finding once with all its places. */
export function auditText(audit: Audit, { bold }: Pick<Terminal, "bold">): string {
  const placed = placedSteps(audit);
  const findings = VERDICTS.filter((verdict) => verdict !== "pass").flatMap((verdict) =>
    groupsOf(placed.filter(({ step }) => step.verdict === verdict)).map((group) => groupText(verdict, group, bold)),
  );
  const faults = audit.targets.flatMap((target) => (target.fault ? [faultText(target, bold)] : []));
  return [...faults, ...findings, targetsTable(audit), summary(audit)].join("\n\n");
}

const faultText = ({ stackId, fault }: TargetAudit, bold: Terminal["bold"]): string =>
  [`${bold("NOT ASKED")}  ${stackId}`, `  ${fault?.message}`, `  to mend it: ${fault?.remedy}`].join("\n");

function groupText(verdict: Verdict, group: readonly Placed[], bold: Terminal["bold"]): string {
  const { id = "", title = "", expected, remedy } = group[0]?.step ?? {};
  return [
    `${bold(verdict.toUpperCase())}  ${id}  ${title}`,
    ...group.map(({ step, target }) => `  ${placeText(step, target)}: ${step.evidence}`),
    ...(expected ? [`  expected: ${expected}`] : []),
    ...(remedy ? [`  to mend it: ${remedy}`] : []),
  ].join("\n");
}

const placeText = ({ control, resource }: Placed["step"], target: TargetAudit | undefined): string =>
  [placeOf({ target }), control, resource].filter((part) => part !== undefined).join("  ");

function targetsTable({ targets }: Audit): string {
  const row = ({ stackId, account, region, steps, fault }: TargetAudit): string[] => [
    stackId,
    account.name,
    region,
    ...(fault ? VERDICTS.map(() => "-") : VERDICTS.map((verdict) => String(countOf(steps, verdict)))),
  ];
  return tableText(["STACK", "NAME", "REGION", ...VERDICTS.map((verdict) => verdict.toUpperCase())], targets.map(row));
}

/** The last lines, which stand alone where the rest goes to a file. */
export function summary(audit: Audit): string {
  const steps = placedSteps(audit).map(({ step }) => step);
  const asked = audit.targets.filter(({ fault }) => !fault).length;
  const told = VERDICTS.map((verdict) => `${countOf(steps, verdict)} ${verdict}`).join(", ");
  return [
    `${countedOf(asked, audit.targets.length, "target")} audited: ${told}.`,
    ...(audit.complete ? [] : [`The result is partial: ${unaskedText(audit)}.`]),
  ].join("\n");
}
