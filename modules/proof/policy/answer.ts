import { type Match, match } from "./match";
import type { ReadStatement } from "./parse";
import type { PolicyRequest } from "./request";

/** Why a policy does not let a caller in. `statement` is the Sid of the one that decides. */
export type Refusal =
  | { readonly kind: "no-statement" }
  | { readonly kind: "denied"; readonly statement: string }
  /** A statement would let it in, were it not for a condition; `sent` tells whether the service sends its key at all. */
  | {
      readonly kind: "unmet";
      readonly statement: string;
      readonly operator: string;
      readonly key: string;
      readonly sent: boolean;
    }
  | { readonly kind: "not-understood"; readonly statement: string; readonly what: string };

export type Answer = { readonly kind: "allowed" } | Refusal;

/**
 * What a policy answers to a call: a Deny that holds decides, then an Allow that holds. A statement that
 * could decide and is not understood is told, never passed over.
 *
 * Source: IAM User Guide, "Policy evaluation logic".
 */
export function answer(policy: readonly ReadStatement[], request: PolicyRequest): Answer {
  const matched = (effect: string) =>
    policy
      .filter(({ Effect }) => (Effect === "Deny") === (effect === "Deny"))
      .map((statement) => ({ statement: String(statement.Sid ?? ""), match: match(statement, request) }));
  const denies = matched("Deny");
  const allows = matched("Allow");

  const denying = denies.find(({ match }) => match.kind === "held");
  if (denying) return { kind: "denied", statement: denying.statement };
  const allowed = allows.some(({ match }) => match.kind === "held");
  const decisive = allowed ? denies : [...denies, ...allows];
  return (
    firstOf(decisive, "not-understood") ??
    (allowed ? { kind: "allowed" } : undefined) ??
    firstOf(allows, "unmet") ?? { kind: "no-statement" }
  );
}

/** The first match of a kind, with its statement. */
function firstOf<K extends "unmet" | "not-understood">(
  matched: readonly { readonly statement: string; readonly match: Match }[],
  kind: K,
): (Extract<Match, { kind: K }> & { readonly statement: string }) | undefined {
  for (const { statement, match } of matched) {
    if (match.kind === kind) return { statement, ...(match as Extract<Match, { kind: K }>) };
  }
  return undefined;
}
