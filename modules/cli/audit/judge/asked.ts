import { explainRefusal, type ReadStatement, refusals, type Sender } from "../../../proof";
import type { Rule, Ruling } from "./link";

type Requests = Parameters<typeof refusals>[1];
type Refused = ReturnType<typeof refusals>[number];

/**
 * Whether a live policy lets every sender in, as the rulings of one step: one for each reason why it does not. A statement
 * that Keywatch does not understand is no proof that it does, and none that it does not.
 */
export function policyRulings(
  rule: Rule,
  id: string,
  statements: readonly ReadStatement[],
  senders: readonly Sender[],
  requests: (sender: Sender) => Requests,
): readonly Ruling[] {
  if (senders.length === 0) return [];
  const reasons = new Map<string, { readonly refused: Refused; readonly held: Sender[] }>();
  for (const sender of senders) {
    for (const refused of refusals(statements, requests(sender))) {
      const key = JSON.stringify(refused);
      const reason = reasons.get(key) ?? { refused, held: [] };
      reasons.set(key, reason);
      reason.held.push(sender);
    }
  }
  if (reasons.size === 0) return [rule(id, true, `It lets ${sendersText(senders)} in.`)];
  return [...reasons.values()].map(({ refused: { caller, refusal, actions }, held }) => {
    const { message, remedy } = explainRefusal(caller, actions, refusal);
    const better = refusal.kind === "not-understood" ? { remedy, otherwise: "warn" as const } : { remedy };
    return rule(id, false, `${message} Held back: ${sendersText(held)}.`, better);
  });
}

/** How many senders are named one by one. */
const NAMED = 3;

function sendersText(senders: readonly Sender[]): string {
  const more = senders.length - NAMED;
  return [...senders.slice(0, NAMED).map(({ arn }) => arn), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}
