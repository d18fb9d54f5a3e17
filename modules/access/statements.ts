import type { IdentityStatement } from "../aws";
import { actionsIn, type Need } from "./need";

const united = (texts: readonly string[]): string[] => [...new Set(texts)];

/**
 * What needs come to in these places: one statement for each kind of thing that a place has, in the order of the needs.
 *
 * @param accountText what stands for a place's account in ARNs: its id, or what an account says of itself
 */
export function statementsOf<P extends { readonly account: { readonly id: string } }>(
  needs: readonly Need<P>[],
  places: readonly P[],
  accountText: (id: string) => string,
): IdentityStatement[] {
  const scopes = [...new Set(needs.map(({ scope }) => scope))];
  return scopes.flatMap((scope) => {
    const ofScope = needs.filter((need) => need.scope === scope);
    const Resource = united(
      places.flatMap((place) =>
        scope.on(place).map((arn) => arn.replaceAll(place.account.id, accountText(place.account.id))),
      ),
    );
    if (Resource.length === 0) return [];
    return [
      {
        Sid: scope.sid,
        Effect: "Allow",
        Action: united(ofScope.flatMap(actionsIn)),
        Resource,
        ...(scope.condition ? { Condition: scope.condition } : {}),
      },
    ];
  });
}
