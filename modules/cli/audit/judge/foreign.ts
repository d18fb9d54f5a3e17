import { parseArn } from "../../../aws";
import type { Target } from "../../../fleet";
import type { Answer } from "../seen";

/**
 * What is to be said of something that another account owns and does not let the target's role see: that is no fault of
 * the audit, and no proof either. Undefined where it was seen, or where it is the target's own.
 */
export function foreignOwner({ account }: Target, arn: string, answer: Answer<unknown>) {
  const owner = parseArn(arn)?.accountId;
  if (answer.ok || answer.fault.kind !== "denied" || !owner || owner === account.id) return undefined;
  return {
    at: answer.at,
    holds: false as const,
    otherwise: "warn" as const,
    evidence: `Account ${owner} owns it and does not let ${account.id} look.`,
    remedy: "Ask its owner whether it has the statements that keywatch synth prints, or let the audit role read it.",
  };
}
