import { type FailureKind, RULES, type Rule } from "./failure-rules";
import { lockedText, lockOf } from "./lock";
import type { Complaint } from "./messages";
import type { Remains } from "./remains";

/** What kept a stack from being deployed. */
export interface Failure {
  readonly kind: FailureKind;
  /** What Terraform says, on one line. */
  readonly message: string;
  readonly remedy: string;
  /** Whether it may pass by itself, so that trying again is worth it. */
  readonly passes: boolean;
}

/** What the remains of a failed run say. */
export function failureOf(remains: Remains): Failure {
  const { errors, signal, interrupted, log } = remains;
  const rule = RULES.find(({ says }) => errors.some((error) => says.test(wordsOf(error))));
  if (interrupted && !(rule && GRAVE.has(rule.kind))) {
    return { kind: "interrupted", message: "Interrupted.", remedy: "Deploy again.", passes: false };
  }
  if (errors.length === 0 && signal) {
    return {
      kind: "killed",
      message: `Terraform was ended by ${signal}.`,
      remedy: "Where memory is short, deploy again with a lower --parallelism. The stack's state may still be locked.",
      passes: false,
    };
  }
  return {
    kind: rule?.kind ?? "failed",
    message: messageOf(rule, remains),
    remedy: rule?.remedy(remains) ?? `All that Terraform said is in ${log}.`,
    passes: rule?.passes ?? false,
  };
}

const wordsOf = ({ summary, detail }: Complaint): string => `${summary} ${detail}`;

/** What must be told even of a run that was interrupted. */
const GRAVE: ReadonlySet<FailureKind> = new Set(["state-unsaved", "lock-left"]);

/** The error that was recognized, or else the first, and how many there are beside it. */
function messageOf(rule: Rule | undefined, { errors, log }: Remains): string {
  if (rule?.kind === "locked") return lockedText(lockOf(errors));
  const told = errors.find((error) => rule?.says.test(wordsOf(error))) ?? errors[0];
  if (!told) return `Terraform failed without a word; ${log} may tell.`;
  const text = [told.address, told.summary, told.detail].filter(Boolean).join(": ").replace(/\s+/g, " ");
  return errors.length > 1 ? `${text} (and ${errors.length - 1} more)` : text;
}
