import type { Target } from "../fleet";
import { type Need, readingOnly, type Scope } from "./need";
import { AUDIT_NEEDS } from "./needs/audit";
import { DRILL_NEEDS } from "./needs/drill";
import { RESOURCE_NEEDS } from "./needs/resources";
import { stateNeeds } from "./needs/state";
import { type RoleKind, roleArnOf } from "./role-names";

/** What a role is for. */
export interface Job {
  readonly description: string;
  /** Whether it does more than look. */
  readonly changes: boolean;
  readonly needs: readonly Need[];
}

/** A role that every account of the fleet has. */
export type MemberKind = Exclude<RoleKind, "pipeline">;

export const isMember = (kind: RoleKind): kind is MemberKind => kind !== "pipeline";

const stacks = Object.values(RESOURCE_NEEDS).flat();

const MEMBER_JOBS: Readonly<Record<MemberKind, Job>> = {
  deploy: {
    description: "Makes, changes and destroys what the stacks of Keywatch hold.",
    changes: true,
    needs: stacks,
  },
  plan: { description: "Plans the stacks of Keywatch. Only reads.", changes: false, needs: readingOnly(stacks) },
  audit: { description: "Audits the alert path of Keywatch. Only reads.", changes: false, needs: AUDIT_NEEDS },
  drill: { description: "Proves the alert path of Keywatch with a key of its own.", changes: true, needs: DRILL_NEEDS },
};

/**
 * What a role does.
 *
 * @param entered the roles by which the pipeline enters the accounts
 * @param fleet where the pipeline works
 */
export const jobOf = (kind: RoleKind, entered: readonly MemberKind[], fleet: readonly Target[]): Job =>
  isMember(kind)
    ? MEMBER_JOBS[kind]
    : {
        description: "Enters the accounts of the fleet and keeps the states of Keywatch.",
        changes: true,
        needs: [{ scope: rolesInAccounts(entered), write: ["sts:AssumeRole"] }, ...stateNeeds(fleet)],
      };

export const MEMBER_KINDS = Object.keys(MEMBER_JOBS) as MemberKind[];

/** Every action that a role of an account may be allowed, sorted. */
export const actionsOf = (kind: MemberKind): string[] =>
  [...new Set(MEMBER_JOBS[kind].needs.flatMap(({ read = [], write = [] }) => [...read, ...write]))].sort();

const rolesInAccounts = (kinds: readonly MemberKind[]): Scope => ({
  sid: "EnterAccounts",
  label: "the roles in the accounts",
  on: (target) => kinds.map((kind) => roleArnOf(kind, target)),
});
