import { parseArn } from "../../../aws";
import type { Target } from "../../../fleet";
import type { Answer } from "../../aws";
import { type Ruling, rulesOn } from "./link";

/**
 * The ruling on something that another account owns and does not let the target's role see: that is no fault of the audit,
 * and no proof either. Undefined where it was seen, or where it is the target's own.
 */
export function foreignOwner(
  { account }: Target,
  { id, resource }: { readonly id: string; readonly resource: string },
  answer: Answer<unknown>,
): Ruling | undefined {
  const owner = parseArn(resource)?.accountId;
  if (answer.ok || answer.fault.kind !== "denied" || !owner || owner === account.id) return undefined;
  const evidence = `Account ${owner} owns it and does not let ${account.id} look.`;
  return rulesOn({ at: answer.at, resource })(id, false, evidence, {
    otherwise: "warn",
    remedy: "Ask its owner whether it has the statements that keywatch synth prints, or let the audit's role read it.",
  });
}
