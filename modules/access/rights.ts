import { type IdentityStatement, parseArn } from "../aws";
import { grouped } from "../values";

/** What a statement allows, as far as it can be cut into several statements that allow a part of it each. */
export interface Right {
  /** ARNs, or ids of accounts. */
  readonly named: readonly string[];
  /** The statement that names these alone. */
  readonly naming: (part: readonly string[]) => IdentityStatement;
}

/**
 * The same as a statement, in less text: roles that several accounts have under one name are that name in any account, on
 * condition that the account is one of these. It allows nothing more, since accounts share a condition only where all of
 * them have the same roles.
 *
 * Source: IAM User Guide, "AWS global condition context keys", `aws:ResourceAccount`, which no action of STS lacks.
 */
export function shortened(statement: IdentityStatement): Right[] {
  if (!entersRoles(statement)) return [byArn(statement)];
  const groups = rolesByAccounts([statement.Resource].flat());
  const shared = groups.filter(({ accounts }) => accounts.length > 1);
  const alone = groups.filter(({ accounts }) => accounts.length === 1).flatMap(({ arns }) => arns);
  return [
    ...shared.map(({ names, accounts }) => byAccount({ ...statement, Resource: names }, accounts)),
    ...(alone.length > 0 ? [byArn({ ...statement, Resource: alone })] : []),
  ];
}

const entersRoles = ({ Action, Condition }: IdentityStatement): boolean =>
  Condition === undefined && [Action].flat().every((action) => action === "sts:AssumeRole");

const byArn = (statement: IdentityStatement): Right => ({
  named: [statement.Resource].flat(),
  naming: (Resource) => ({ ...statement, Resource }),
});

const byAccount = (statement: IdentityStatement, accounts: readonly string[]): Right => ({
  named: accounts,
  naming: (part) => ({ ...statement, Condition: { StringEquals: { "aws:ResourceAccount": part } } }),
});

/** Roles that the same accounts have: their ARNs, and the same with any account. */
interface SharedRoles {
  readonly accounts: readonly string[];
  readonly arns: readonly string[];
  readonly names: readonly string[];
}

function rolesByAccounts(arns: readonly string[]): SharedRoles[] {
  const byName = grouped(arns, inAnyAccount);
  const accountsOf = (ofName: readonly string[]) => ofName.map((arn) => parseArn(arn)?.accountId ?? "");
  return grouped(byName, (ofName) => accountsOf(ofName).sort().join()).map((alike) => ({
    accounts: accountsOf(alike[0] ?? []),
    arns: alike.flat(),
    names: alike.map(([arn = ""]) => inAnyAccount(arn)),
  }));
}

const inAnyAccount = (arn: string): string => arn.replace(`:${parseArn(arn)?.accountId}:`, ":*:");
