/** The audit of a fleet: what was seen (`collect`), what it means (`judge`), and how it is told (`output`). */
export { type AuditProps, audit } from "./audit";
export { hasFindings } from "./findings";
export { summary, written } from "./output";
export type { Audit, Step, TargetAudit, Verdict } from "./result";
