import { parseArn } from "../../../aws";
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

const does =
  (...names: readonly string[]) =>
  (statement: ReadStatement): boolean =>
    actionsOf(statement).some((action) => action === "*" || names.includes(action));

const publishes = does("sns:publish", "sns:*");
const sends = does("events:putevents", "events:*");

/** What statements that allow something say of accounts, each once and sorted. */
const allowed = (
  statements: readonly ReadStatement[],
  allows: (statement: ReadStatement) => boolean,
  accounts: (statement: ReadStatement) => readonly string[],
): string[] =>
  [
    ...new Set(statements.filter((statement) => statement.Effect === "Allow" && allows(statement)).flatMap(accounts)),
  ].sort();

/** The accounts that statements which let somebody publish name as sources, sorted. */
export const sourceAccounts = (statements: readonly ReadStatement[]): string[] =>
  allowed(statements, publishes, (statement) => equalTo(statement, "aws:sourceaccount"));

/** The accounts and organizations that statements let send to a bus, sorted; any other principal stands as it is: `*`. */
export const sendersIn = (statements: readonly ReadStatement[]): string[] =>
  allowed(statements, sends, (statement) => {
    const named = ["aws:principalaccount", "aws:principalorgid"].flatMap((key) => equalTo(statement, key));
    return named.length > 0 ? named : principalsOf(statement).map((one) => parseArn(one)?.accountId ?? one);
  });

const principalsOf = ({ Principal }: ReadStatement): string[] =>
  (typeof Principal === "object" && Principal !== null ? Object.values(Principal) : [Principal]).flat().map(String);

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
