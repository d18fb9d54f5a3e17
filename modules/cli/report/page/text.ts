import type { TargetAudit } from "../../audit/result";

/** `2026-11-24 10:00:05 UTC`. */
export const timeText = (iso: string): string => iso.replace("T", " ").replace(/(\.\d+)?Z$/, " UTC");

/** The id of a target's evidence on the page, and the link to it. */
export const anchorOf = ({ stackId }: TargetAudit): string => `target-${encodeURIComponent(stackId)}`;
export const linkTo = (target: TargetAudit): string => `#${encodeURIComponent(anchorOf(target))}`;

/** What the page's search looks through for a target. */
export const findable = ({ stackId, account, region }: TargetAudit): string =>
  [stackId, account.id, account.name, region].join(" ").toLowerCase();
