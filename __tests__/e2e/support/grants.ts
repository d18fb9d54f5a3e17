import type { RoleDescription } from "../../../modules/access";
import type { IdentityStatement } from "../../../modules/aws";
import { glob } from "../../../modules/proof/policy/glob";

/** One action that one statement of a role allows, as `<Sid> <action>`. */
export type Grant = string;

/** What somebody was not allowed to do. */
export interface Denial {
  readonly action: string;
  /** Absent where the answer had no place for it. */
  readonly resource?: string;
}

const statementsOf = ({ policies }: RoleDescription) => policies.flatMap(({ document }) => document.Statement);

/** All that a role is granted. */
export const grantsOf = (role: RoleDescription): Grant[] =>
  statementsOf(role).flatMap(({ Sid, Action }) => [Action].flat().map((action) => `${Sid} ${action}`));

/** The action of a grant. */
export const actionOf = (grant: Grant): string => grant.split(" ")[1] ?? "";

/** IAM takes no policy without a statement; this is what everybody may. */
const NOTHING: IdentityStatement = {
  Sid: "Nothing",
  Effect: "Allow",
  Action: "sts:GetCallerIdentity",
  Resource: "*",
};

/** The role with some of its grants alone. */
export const limitedTo = (role: RoleDescription, granted: ReadonlySet<Grant>): RoleDescription => ({
  ...role,
  policies: role.policies.map(({ name, document }) => ({
    name,
    document: {
      ...document,
      Statement: [
        NOTHING,
        ...document.Statement.map((statement) => ({
          ...statement,
          Action: [statement.Action].flat().filter((action) => granted.has(`${statement.Sid} ${action}`)),
        })).filter(({ Action }) => Action.length > 0),
      ],
    },
  })),
});

/** The grants of a role that let somebody do it. */
export const grantsFor = (role: RoleDescription, { action, resource }: Denial): Grant[] =>
  statementsOf(role).flatMap(({ Sid, Action, Resource }) => {
    const on = resource === undefined || [Resource].flat().some((pattern) => glob(pattern, resource));
    const allowed = [Action].flat().find((name) => name.toLowerCase() === action.toLowerCase());
    return on && allowed ? [`${Sid} ${allowed}`] : [];
  });

/** What IAM says to who may not do something. */
const NAMED = /is not authorized to perform: (?<action>\S+) on resource: (?<resource>.+?) because/g;

/** Refusals that nobody tells, because a HEAD request has no answer: the states of a backend, and a bucket that is taken for gone. */
const UNTOLD: readonly { readonly says: RegExp; readonly denial: (groups: Groups) => Denial }[] = [
  {
    says: /Unable to access object "(?<key>[^"]+)" in S3 bucket "(?<bucket>[^"]+)": [^"]* HeadObject, [^"]*StatusCode: 403/g,
    denial: ({ bucket, key }) => ({ action: "s3:GetObject", resource: `arn:aws:s3:::${bucket}/${key}` }),
  },
  { says: /aws_s3_bucket\.\S+ is taken for gone/g, denial: () => ({ action: "s3:ListBucket" }) },
];

type Groups = Readonly<Record<string, string>>;

/** What somebody was not allowed to do, from what is said about it. */
export const denialsIn = (text: string): Denial[] => [
  ...[...text.matchAll(NAMED)].map(({ groups }) => groups as unknown as Denial),
  ...UNTOLD.flatMap(({ says, denial }) => [...text.matchAll(says)].map(({ groups = {} }) => denial(groups))),
];
