import {
  type Asked,
  isMember,
  type MemberKind,
  ROLE_FORMATS,
  ROLE_KINDS,
  type RoleKind,
  roleNameOf,
  TRUST_FORMS,
  type Trusted,
  trustedIn,
} from "../../access";
import type { RunRoles, StateBucket, Target } from "../../fleet";

/** What a person asks of `keywatch permissions`. */
export interface Question {
  readonly roles: readonly string[];
  /** The roles by which the pipeline enters the accounts. */
  readonly enter: readonly string[];
  /** Id of the one account that is meant. */
  readonly account?: string;
  /** Who may assume the roles. */
  readonly trust?: readonly string[];
  /** Host of the OIDC provider. */
  readonly oidcHost?: string;
  readonly format: keyof typeof ROLE_FORMATS;
}

/** The config, as far as roles follow from it. */
export interface Configured {
  /** All targets, with those that have retired as they were. */
  readonly fleet: readonly Target[];
  /** The bucket of the states, where Keywatch makes it. */
  readonly bucket?: StateBucket;
  /** How runs of HCP Terraform get credentials, where that is said. */
  readonly runRoles?: RunRoles;
}

/** What is to be described, or what is wrong with the question. */
type Understood = { readonly ok: true; readonly asked: Asked } | { readonly ok: false; readonly wrong: string };

/** Reads a question about a fleet. The roles of any account leave out what the one account does that makes a StackSet. */
export function understood(question: Question, { fleet, bucket, runRoles }: Configured): Understood {
  const { account, format, trust = [] } = question;
  const { anyAccount } = ROLE_FORMATS[format];
  const kinds = question.roles.length > 0 ? (question.roles as RoleKind[]) : kindsWith(bucket);
  const targets = fleet.filter((target) =>
    account === undefined ? !target.organization : target.account.id === account,
  );
  const trusted = trust.map((text) => trustedIn(text, question.oidcHost));
  const wrong = CHECKS.map((check) => check({ question, kinds, targets, trusted, bucket })).find(
    (text) => text !== undefined,
  );
  if (wrong !== undefined) return { ok: false, wrong };
  const [{ region, partition } = { region: "", partition: "aws" } as const] = targets.length > 0 ? targets : fleet;
  return {
    ok: true,
    asked: {
      kinds,
      entered: question.enter as MemberKind[],
      fleet,
      bucket,
      targets,
      trusted: trusted as Trusted[],
      runRoles,
      accountText: (id) => (account === undefined ? anyAccount : id),
      at: { region, partition, account: account ?? anyAccount },
    },
  };
}

/** The roles that a config can need. */
const kindsWith = (bucket: StateBucket | undefined): readonly RoleKind[] =>
  ROLE_KINDS.filter((kind) => kind !== "bootstrap" || bucket !== undefined);

/** A question with what was found out about it. */
interface Considered {
  readonly question: Question;
  readonly kinds: readonly RoleKind[];
  readonly targets: readonly Target[];
  readonly trusted: readonly (Trusted | undefined)[];
  readonly bucket: StateBucket | undefined;
}

type Check = (considered: Considered) => string | undefined;

/** What a question must be, the first complaint first. */
const CHECKS: readonly Check[] = [
  ({ question: { roles } }) => {
    const unknown = roles.find((role) => !(ROLE_KINDS as readonly string[]).includes(role));
    return unknown && `There is no role ${unknown}. Name some of ${ROLE_KINDS.join(", ")}.`;
  },
  ({ question: { account }, kinds, targets }) =>
    account !== undefined && targets.length === 0 && kinds.some(isMember)
      ? `${account} is no account of the config. keywatch targets lists them.`
      : undefined,
  ({ kinds, bucket }) =>
    kinds.includes("bootstrap") && !bucket
      ? "The config has no state.bootstrap, so there is no bucket to make."
      : undefined,
  ({ kinds, targets }) => {
    const names = [...new Set(targets.map((target) => roleNameOf("deploy", target).name))];
    return kinds.includes("deploy") && names.length > 1
      ? `The config names several deploy roles: ${names.join(", ")}. Name one account with --account.`
      : undefined;
  },
  ({ question: { trust = [] }, trusted }) => {
    const unknown = trust.find((_, index) => trusted[index] === undefined);
    return unknown && `Nobody is known as ${unknown}. Name ${TRUST_FORMS}.`;
  },
  ({ question: { format, trust = [] } }) =>
    ROLE_FORMATS[format].needsTrust && trust.length === 0
      ? `A role must say who may assume it. Name ${TRUST_FORMS} with --trust.`
      : undefined,
  ({ question: { format, account }, trusted }) =>
    !ROLE_FORMATS[format].anyPrincipal && account === undefined && trusted.some((who) => who?.kind !== "principal")
      ? "An OIDC provider is known by its account. Name the role's with --account, or choose another --format."
      : undefined,
];
