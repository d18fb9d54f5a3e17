import { explainRefusal, type ReadStatement, refusals } from "../../../proof";
import { namedFew } from "../../../values";
import type { Rule, Ruling } from "./link";

/** Who calls. */
interface Caller {
  readonly arn: string;
  /** What people call those that are all alike to a policy; otherwise each goes by what it is to AWS. */
  readonly kind?: string;
}

type Requests = Parameters<typeof refusals>[1];
type Refused = ReturnType<typeof refusals>[number];

/**
 * Whether a live policy lets every caller in, as the rulings of one step: one for each reason why it does not. A statement
 * that Keywatch does not understand is no proof that it does, and none that it does not.
 */
export function policyRulings<C extends Caller>(
  rule: Rule,
  id: string,
  statements: readonly ReadStatement[],
  callers: readonly C[],
  requests: (caller: C) => Requests,
): readonly Ruling[] {
  if (callers.length === 0) return [];
  const reasons = new Map<string, { readonly refused: Refused; readonly held: Caller[] }>();
  for (const caller of callers) {
    for (const { caller: name, ...why } of refusals(statements, requests(caller))) {
      const refused = { caller: caller.kind ?? name, ...why };
      const key = JSON.stringify(refused);
      const reason = reasons.get(key) ?? { refused, held: [] };
      reasons.set(key, reason);
      reason.held.push(caller);
    }
  }
  if (reasons.size === 0) return [rule(id, true, `It lets ${callersText(callers)} in.`)];
  return [...reasons.values()].map(({ refused: { caller, refusal, actions }, held }) => {
    const { message, remedy } = explainRefusal(caller, actions, refusal);
    const better = refusal.kind === "not-understood" ? { remedy, otherwise: "warn" as const } : { remedy };
    return rule(id, false, `${message} Held back: ${callersText(held)}.`, better);
  });
}

/** How many callers are named one by one. */
const NAMED = 3;

const callersText = (callers: readonly Caller[]): string =>
  namedFew(
    callers.map(({ arn }) => arn),
    NAMED,
  );
