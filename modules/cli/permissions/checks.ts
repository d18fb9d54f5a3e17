import {
  type BoundaryDescription,
  isMember,
  nameIn,
  ROLE_FORMATS,
  ROLE_KINDS,
  roleNameOf,
  TRUST_FORMS,
  type Trusted,
} from "../../access";
import type { StateBucket, Target } from "../../fleet";
import type { Question } from "./question";

/** What can be asked for: the roles, and the policy that bounds those which the stacks make. */
export const ASKABLE = [...ROLE_KINDS, "boundary"] as const;

export type Askable = (typeof ASKABLE)[number];

/** A question with what was found out about it. */
export interface Considered {
  readonly question: Question;
  readonly kinds: readonly Askable[];
  readonly targets: readonly Target[];
  readonly trusted: readonly (Trusted | undefined)[];
  readonly bucket: StateBucket | undefined;
  readonly boundary: BoundaryDescription | undefined;
}

type Check = (considered: Considered) => string | undefined;

/** What a question must be, the first complaint first. */
const CHECKS: readonly Check[] = [
  ({ question: { roles } }) => {
    const unknown = roles.find((role) => !(ASKABLE as readonly string[]).includes(role));
    return unknown && `There is no role ${unknown}. Name some of ${ASKABLE.join(", ")}.`;
  },
  ({ question: { account }, kinds, targets }) =>
    account !== undefined && targets.length === 0 && kinds.some(isMember)
      ? `${account} is no account of the config. keywatch targets lists them.`
      : undefined,
  ({ kinds, bucket }) =>
    kinds.includes("bootstrap") && !bucket
      ? "The config has no state.bootstrap, so there is no bucket to make."
      : undefined,
  ({ kinds, boundary }) =>
    kinds.includes("boundary") && !boundary
      ? "The config names no permissionsBoundary there, or the stacks make no role, so there is no boundary to write."
      : undefined,
  ({ kinds, targets }) => {
    const names = [...new Set(targets.map((target) => roleNameOf("deploy", target).name))];
    return kinds.includes("deploy") && names.length > 1
      ? `The config names several deploy roles: ${names.join(", ")}. Name one account with --account.`
      : undefined;
  },
  ({ kinds, targets }) => {
    const names = [...new Set(targets.map(({ permissionsBoundary: arn }) => (arn ? nameIn(arn)?.name : "none")))];
    return (kinds.includes("deploy") || kinds.includes("boundary")) && names.length > 1
      ? `The config names several permissions boundaries: ${names.join(", ")}. Name one account with --account.`
      : undefined;
  },
  ({ question: { trust = [] }, trusted }) => {
    const unknown = trust.find((_, index) => trusted[index] === undefined);
    return unknown && `Nobody is known as ${unknown}. Name ${TRUST_FORMS}.`;
  },
  ({ question: { format, trust = [] }, kinds }) =>
    ROLE_FORMATS[format].needsTrust && trust.length === 0 && kinds.some((kind) => kind !== "boundary")
      ? `A role must say who may assume it. Name ${TRUST_FORMS} with --trust.`
      : undefined,
  ({ question: { format, account }, trusted }) =>
    !ROLE_FORMATS[format].anyPrincipal && account === undefined && trusted.some((who) => who?.kind !== "principal")
      ? "An OIDC provider is known by its account. Name the role's with --account, or choose another --format."
      : undefined,
];

/** What is wrong with a question; undefined where nothing is. */
export const complaintAbout = (considered: Considered): string | undefined =>
  CHECKS.map((check) => check(considered)).find((text) => text !== undefined);
