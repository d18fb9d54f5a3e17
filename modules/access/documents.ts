import { type IdentityStatement, type PolicyDocument, policy } from "../aws";
import { shortened } from "./rights";

/** Characters of a managed policy, whitespace apart. Source: IAM User Guide, "IAM and AWS STS quotas". */
export const POLICY_SIZE = 6144;

const fits = (statements: readonly IdentityStatement[]): boolean =>
  JSON.stringify(policy(...statements)).length <= POLICY_SIZE;

/** As many policies as IAM's size limit asks for: one where the statements fit as they stand, or in less text. */
export const documentsOf = (statements: readonly IdentityStatement[]): PolicyDocument<IdentityStatement>[] =>
  packed(fits(statements) ? statements : statements.flatMap(pieces), fits).map((bin) => policy(...bin));

/** A statement in less text, and in several where it is still too long for a policy of its own. */
function pieces(statement: IdentityStatement): IdentityStatement[] {
  const parts = shortened(statement).flatMap(({ named, naming }) =>
    packed(named, (part) => fits([numbered(naming(part), 99)])).map(naming),
  );
  return parts.length === 1 ? parts : parts.map((part, index) => numbered(part, index + 1));
}

const numbered = (statement: IdentityStatement, number: number): IdentityStatement => ({
  ...statement,
  Sid: `${statement.Sid}${number}`,
});

/** Items in their order, in as few lists as fit. */
function packed<T>(items: readonly T[], fits: (list: readonly T[]) => boolean): T[][] {
  const lists: T[][] = [];
  for (const item of items) {
    const last = lists.at(-1);
    if (last && fits([...last, item])) last.push(item);
    else lists.push([item]);
  }
  return lists;
}
