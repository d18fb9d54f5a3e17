import {
  type Condition,
  type Locality,
  oidcProviderArn,
  type PolicyDocument,
  policy,
  type TrustStatement,
} from "../aws";
import type { Target, TextOrSecret } from "../fleet";

/** A service whose jobs get AWS credentials for the token that it gives them. */
interface Provider {
  /** Its host, without which a person names another. */
  readonly host: string;
  /** What its tokens are for. */
  readonly audience: (host: string) => string;
  /** How the subject of a token names the project. */
  readonly subject: (project: string) => string;
  /** What else the subject says of jobs that do this. */
  readonly claims: Readonly<Record<Use, readonly string[]>>;
}

/** What a role is for: to look, to change what was looked at by another role, or both. */
export type Use = "plan" | "apply" | "both";

const MAIN = { github: "ref:refs/heads/main", gitlab: "ref_type:branch:ref:main" };

/**
 * Sources: GitHub, "OpenID Connect reference"; GitLab, "Configure OpenID Connect in AWS"; HCP Terraform, "Use dynamic
 * credentials with the AWS provider".
 */
const PROVIDERS = {
  github: {
    host: "token.actions.githubusercontent.com",
    audience: () => "sts.amazonaws.com",
    subject: (project) => `repo:${project}`,
    claims: { plan: [MAIN.github, "pull_request"], apply: [MAIN.github], both: [MAIN.github] },
  },
  gitlab: {
    host: "gitlab.com",
    audience: (host) => `https://${host}`,
    subject: (project) => `project_path:${project}`,
    claims: { plan: ["ref_type:branch:ref:*"], apply: [MAIN.gitlab], both: [MAIN.gitlab] },
  },
  hcp: {
    host: "app.terraform.io",
    audience: () => "aws.workload.identity",
    subject: (project) => `organization:${project.replace("/", ":project:")}`,
    claims: {
      plan: ["workspace:*:run_phase:plan"],
      apply: ["workspace:*:run_phase:apply"],
      both: ["workspace:*:run_phase:*"],
    },
  },
} as const satisfies Record<string, Provider>;

/** Who may assume a role: an AWS principal, or the jobs of a project. */
export type Trusted =
  | { readonly kind: "principal"; readonly arn: string }
  | {
      readonly kind: keyof typeof PROVIDERS;
      readonly host: string;
      readonly project: string;
      /** The rest of the token's subject, where not the usual one is meant. */
      readonly claim?: string;
    };

const PRINCIPAL = /^arn:aws[a-z-]*:(iam|sts)::\d{12}:(root|(role|user|assumed-role)\/\S+)$/;
const JOBS = /^(github|gitlab|hcp):([^\s:/*?]+(?:\/[^\s:/*?]+)+)(?::(\S+))?$/;

/** What `--trust` takes, for people. */
export const TRUST_FORMS =
  "the ARN of a role, github:<owner>/<repository>, gitlab:<group>/<project> or hcp:<organization>/<project>";

/**
 * Reads whom somebody trusts; undefined where the text says nobody.
 *
 * @param host of the service, where it is not the public one
 * @example trustedIn("github:acme/keywatch:environment:production")
 */
export function trustedIn(text: string, host?: string): Trusted | undefined {
  if (PRINCIPAL.test(text)) return { kind: "principal", arn: text };
  const [, kind, project = "", claim] = JOBS.exec(text) ?? [];
  if (kind === undefined) return undefined;
  const provider = kind as keyof typeof PROVIDERS;
  return { kind: provider, host: host ?? PROVIDERS[provider].host, project, claim };
}

/** A role as far as its trust goes. */
export interface TrustedRole {
  readonly use: Use;
  /** Values of which who assumes the role must name one; with none, nobody is asked. */
  readonly externalIds: readonly string[];
}

/** Who may assume a role. The OIDC providers must be known to the account. */
export const trustPolicy = (
  trusted: readonly Trusted[],
  role: TrustedRole,
  at: Locality,
): PolicyDocument<TrustStatement> => policy(...trusted.map((who, index) => statementOf(who, index + 1, role, at)));

function statementOf(who: Trusted, number: number, { use, externalIds }: TrustedRole, at: Locality): TrustStatement {
  if (who.kind === "principal") {
    const named: Condition = { StringEquals: { "sts:ExternalId": externalIds } };
    return {
      Sid: `Enter${number}`,
      Effect: "Allow",
      Principal: { AWS: who.arn },
      Action: "sts:AssumeRole",
      ...(externalIds.length > 0 ? { Condition: named } : {}),
    };
  }
  const { audience, subject, claims } = PROVIDERS[who.kind];
  const rest = who.claim ? [who.claim] : claims[use];
  return {
    Sid: `Enter${number}`,
    Effect: "Allow",
    Principal: { Federated: oidcProviderArn(at, who.host) },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: {
      StringEquals: { [`${who.host}:aud`]: audience(who.host) },
      StringLike: { [`${who.host}:sub`]: rest.map((claim) => `${subject(who.project)}:${claim}`) },
    },
  };
}

/** What a secret external id is replaced by, so that it stands in no file. */
export const secretMark = (name: string): string => `<${name}>`;

/** The external ids with which Terraform assumes the role of these targets. */
export function externalIdsOf(targets: readonly Target[]): string[] {
  const textOf = (id: TextOrSecret): string => (typeof id === "string" ? id : secretMark(id.fromEnv));
  return [...new Set(targets.flatMap(({ role }) => (role?.externalId === undefined ? [] : [textOf(role.externalId)])))];
}
