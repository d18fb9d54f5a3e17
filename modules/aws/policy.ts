/** Operators, each with condition keys and the values that they may have. */
export type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** A statement of a resource policy. Source: IAM User Guide, "Grammar of the IAM JSON policy language". */
export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal:
    | "*"
    | { readonly AWS: string | readonly string[] }
    | { readonly Service: string }
    | { readonly Federated: string };
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Condition;
}

/** A statement of a role's trust policy, whose resource is the role. */
export type TrustStatement = Omit<Statement, "Resource">;

/** A statement of an identity policy, whose principal is whoever has it. */
export type IdentityStatement = Omit<Statement, "Principal">;

/** Refuses whoever does this without TLS. */
export const onlyTls = (action: string, resource: Statement["Resource"]): Statement => ({
  Sid: "OnlyTls",
  Effect: "Deny",
  Principal: "*",
  Action: action,
  Resource: resource,
  Condition: { Bool: { "aws:SecureTransport": "false" } },
});

/** A policy; without further words, that of a resource. */
export interface PolicyDocument<S = Statement> {
  readonly Version: "2012-10-17";
  readonly Statement: readonly S[];
}

/**
 * A name as it must stand in the `Resource` of an identity policy to mean exactly that name: `*`, `?` and `$` mean more there.
 *
 * Source: IAM User Guide, "IAM policy elements: Variables and tags", special characters.
 */
export const exactName = (name: string): string => name.replace(/[*?$]/g, "${$&}");

export const policy = <S extends TrustStatement | IdentityStatement>(
  ...statements: readonly S[]
): PolicyDocument<S> => ({
  Version: "2012-10-17",
  Statement: statements,
});
