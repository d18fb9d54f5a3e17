import {
  type Asked,
  type BoundaryDescription,
  boundaryOf,
  type MemberKind,
  ROLE_FORMATS,
  type RoleKind,
  type Trusted,
  trustedIn,
} from "../../access";
import type { RunRoles, StateBucket, Target } from "../../fleet";
import { ASKABLE, type Askable, complaintAbout } from "./checks";
import type { Question } from "./question";

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
type Understood =
  | {
      readonly ok: true;
      readonly asked: Asked;
      /** Given where the policy is asked for that bounds the roles of the stacks. */
      readonly boundary?: BoundaryDescription;
    }
  | { readonly ok: false; readonly wrong: string };

/** Reads a question about a fleet. The roles of any account leave out what the one account does that makes a StackSet. */
export function understood(question: Question, { fleet, bucket, runRoles }: Configured): Understood {
  const { account, format, trust = [] } = question;
  const { anyAccount } = ROLE_FORMATS[format];
  const isAsked = ({ account: { id } }: { readonly account: { readonly id: string } }): boolean =>
    account === undefined || id === account;
  const targets = fleet.filter((target) => isAsked(target) && (account !== undefined || !target.organization));
  const accountText = (id: string): string => (account === undefined ? anyAccount : id);
  const trusted = trust.map((text) => trustedIn(text, question.oidcHost));
  const boundary = boundaryOf({ targets, fleet, bucket: bucket && isAsked(bucket) ? bucket : undefined, accountText });
  const kinds = question.roles.length > 0 ? (question.roles as Askable[]) : kindsWith(bucket, boundary);
  const wrong = complaintAbout({ question, kinds, targets, trusted, bucket, boundary });
  if (wrong !== undefined) return { ok: false, wrong };
  const [{ region, partition } = { region: "", partition: "aws" } as const] = targets.length > 0 ? targets : fleet;
  return {
    ok: true,
    asked: {
      kinds: kinds.filter((kind): kind is RoleKind => kind !== "boundary"),
      entered: question.enter as MemberKind[],
      fleet,
      bucket,
      targets,
      trusted: trusted as Trusted[],
      runRoles,
      accountText,
      at: { region, partition, account: account ?? anyAccount },
    },
    boundary: kinds.includes("boundary") ? boundary : undefined,
  };
}

/** What a config can need. */
const kindsWith = (bucket: StateBucket | undefined, boundary: BoundaryDescription | undefined): readonly Askable[] =>
  ASKABLE.filter(
    (kind) => (kind !== "bootstrap" || bucket !== undefined) && (kind !== "boundary" || boundary !== undefined),
  );
