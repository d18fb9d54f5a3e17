import { type IdentityStatement, type PolicyDocument, policy } from "../aws";

/** Characters of a managed policy, whitespace apart. Source: IAM User Guide, "IAM and AWS STS quotas". */
export const POLICY_SIZE = 6144;

/** Managed policies that a role may have, unless its quota is raised. Source: the same. */
export const POLICIES_OF_A_ROLE = 10;

type Document = PolicyDocument<IdentityStatement>;

/** Characters that IAM counts. */
export const sizeOf = (document: object): number => JSON.stringify(document).length;

const fits = (statements: readonly IdentityStatement[]): boolean => sizeOf(policy(...statements)) <= POLICY_SIZE;

/** As many policies as IAM's size limit asks for, one where it fits. */
export function documentsOf(statements: readonly IdentityStatement[]): Document[] {
  const bins: IdentityStatement[][] = [];
  for (const statement of statements.flatMap(pieces)) {
    const last = bins.at(-1);
    if (last && fits([...last, statement])) last.push(statement);
    else bins.push([statement]);
  }
  return bins.map((bin) => policy(...bin));
}

/** A statement that is too long for a policy of its own, cut into some with fewer resources. */
function pieces(statement: IdentityStatement): IdentityStatement[] {
  const { Resource } = statement;
  if (fits([statement]) || typeof Resource === "string" || Resource.length < 2) return [statement];
  const middle = Math.ceil(Resource.length / 2);
  const parts = [Resource.slice(0, middle), Resource.slice(middle)].flatMap((part) =>
    pieces({ ...statement, Resource: part }),
  );
  return parts.map((part, index) => ({ ...part, Sid: `${statement.Sid}${index + 1}` }));
}
