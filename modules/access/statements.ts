import type { Condition, IdentityStatement } from "../aws";
import { actionsIn, type Need, type Scope } from "./need";

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
  const arnsOf = (of: Scope<P>["on"]): string[] =>
    united(
      places.flatMap((place) =>
        of(place).map((arn) => arn.replaceAll(place.account.id, accountText(place.account.id))),
      ),
    );
  const scopes = [...new Set(needs.map(({ scope }) => scope))];
  return scopes.flatMap((scope) => {
    const ofScope = needs.filter((need) => need.scope === scope);
    const Resource = arnsOf(scope.on);
    if (Resource.length === 0) return [];
    const Condition = scope.bounded ? { ...scope.condition, ...boundedBy(arnsOf(scope.bounded)) } : scope.condition;
    return [
      {
        Sid: scope.sid,
        Effect: "Allow",
        Action: united(ofScope.flatMap(actionsIn)),
        Resource,
        ...(Condition ? { Condition } : {}),
      },
    ];
  });
}

/** Source: Service Authorization Reference, "Condition keys for AWS Identity and Access Management". */
const boundedBy = (boundaries: readonly string[]): Condition => ({
  ArnLike: { "iam:PermissionsBoundary": boundaries },
});
