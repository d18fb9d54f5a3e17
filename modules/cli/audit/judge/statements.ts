import type { ReadStatement } from "../../../proof";

type Conditions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The values of a condition key under any operator that asks for equality, whatever the case of the key. */
function equalTo({ Condition }: ReadStatement, key: string): string[] {
  return Object.entries((Condition ?? {}) as Conditions)
    .filter(([operator]) => /^(StringEquals|StringLike|Bool)/.test(operator))
    .flatMap(([, tests]) => Object.entries(tests))
    .filter(([name]) => name.toLowerCase() === key)
    .flatMap(([, values]) => [values].flat().map(String));
}

const actionsOf = ({ Action }: ReadStatement): string[] =>
  [Action ?? []].flat().map((action) => String(action).toLowerCase());

const publishes = (statement: ReadStatement): boolean =>
  actionsOf(statement).some((action) => ["sns:publish", "sns:*", "*"].includes(action));

/** The accounts that statements which let somebody publish name as sources, sorted. */
export const sourceAccounts = (statements: readonly ReadStatement[]): string[] =>
  [
    ...new Set(
      statements
        .filter((statement) => statement.Effect === "Allow" && publishes(statement))
        .flatMap((statement) => equalTo(statement, "aws:sourceaccount")),
    ),
  ].sort();

/** Whether everybody is denied to publish to a topic by plain HTTP. */
export const refusesPlainHttp = (statements: readonly ReadStatement[], topicArn: string): boolean =>
  statements.some(
    (statement) =>
      statement.Effect === "Deny" &&
      publishes(statement) &&
      JSON.stringify(statement.Principal).includes('"*"') &&
      [statement.Resource ?? []].flat().some((resource) => resource === topicArn || resource === "*") &&
      equalTo(statement, "aws:securetransport").includes("false"),
  );
