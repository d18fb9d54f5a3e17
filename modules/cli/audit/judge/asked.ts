import { explainRefusal, type ReadStatement, refusals, type Sender } from "../../../proof";
import type { Ruling } from "./link";

type Requests = Parameters<typeof refusals>[1];
type Refused = ReturnType<typeof refusals>[number];

/** Whether a live policy lets every sender in, as the rulings of one step: one for each reason why it does not. */
export function policyRulings(
  about: { readonly id: string; readonly at: string; readonly resource: string },
  statements: readonly ReadStatement[],
  senders: readonly Sender[],
  requests: (sender: Sender) => Requests,
): readonly Ruling[] {
  const reasons = new Map<string, { readonly refused: Refused; readonly senders: Sender[] }>();
  for (const sender of senders) {
    for (const refused of refusals(statements, requests(sender))) {
      const key = JSON.stringify(refused);
      const same = reasons.get(key) ?? { refused, senders: [] };
      reasons.set(key, { ...same, senders: [...same.senders, sender] });
    }
  }
  if (reasons.size === 0) return [{ ...about, holds: true, evidence: `It lets ${sendersText(senders)} in.` }];
  return [...reasons.values()].map(({ refused, senders: held }) => {
    const { message, remedy } = explainRefusal(held[0]?.service ?? "", refused.actions, refused.refusal);
    return {
      ...about,
      holds: false,
      evidence: `${message} Held back: ${sendersText(held)}.`,
      remedy,
      ...(refused.refusal.kind === "not-understood" ? { otherwise: "warn" as const } : {}),
    };
  });
}

/** How many senders are named one by one. */
const NAMED = 3;

function sendersText(senders: readonly Sender[]): string {
  const more = senders.length - NAMED;
  return [...senders.slice(0, NAMED).map(({ arn }) => arn), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}
