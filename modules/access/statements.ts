import type { IdentityStatement } from "../aws";
import type { Target } from "../fleet";
import type { Need } from "./need";

const united = (texts: readonly string[]): string[] => [...new Set(texts)];

/**
 * What needs come to for these targets: one statement for each kind of thing that a target has, in the order of the needs.
 *
 * @param accountText what stands for a target's account in ARNs: its id, or what an account says of itself
 */
export function statementsOf(
  needs: readonly Need[],
  targets: readonly Target[],
  accountText: (id: string) => string,
): IdentityStatement[] {
  const scopes = [...new Set(needs.map(({ scope }) => scope))];
  return scopes.flatMap((scope) => {
    const ofScope = needs.filter((need) => need.scope === scope);
    const Resource = united(
      targets.flatMap((target) =>
        scope.on(target).map((arn) => arn.replaceAll(target.account.id, accountText(target.account.id))),
      ),
    );
    if (Resource.length === 0) return [];
    return [
      {
        Sid: scope.sid,
        Effect: "Allow",
        Action: united(ofScope.flatMap(({ read = [], write = [] }) => [...read, ...write])),
        Resource,
        ...(scope.condition ? { Condition: scope.condition } : {}),
      },
    ];
  });
}
