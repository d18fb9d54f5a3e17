import { actionsIn, type Need, readingOnly } from "./need";
import { AUDIT_NEEDS } from "./needs/audit";
import { DRILL_NEEDS } from "./needs/drill";
import { RESOURCE_NEEDS } from "./needs/resources";
import type { RoleKind } from "./role-names";

/** What a role in an account of the fleet is for. */
export interface Job {
  readonly description: string;
  /** Whether it does more than look. */
  readonly changes: boolean;
  readonly needs: readonly Need[];
  /** What whoever enters the role needs of the states, out of what there is to need. */
  readonly ofStates: <P>(needs: readonly Need<P>[]) => readonly Need<P>[];
}

/** A role that every account of the fleet has. */
export type MemberKind = Extract<RoleKind, "deploy" | "plan" | "audit" | "drill">;

const stacks = Object.values(RESOURCE_NEEDS).flat();

export const MEMBER_JOBS: Readonly<Record<MemberKind, Job>> = {
  deploy: {
    description: "Makes, changes and destroys what the stacks of Keywatch hold.",
    changes: true,
    needs: stacks,
    ofStates: (needs) => needs,
  },
  plan: {
    description: "Plans the stacks of Keywatch. Only reads.",
    changes: false,
    needs: readingOnly(stacks),
    ofStates: readingOnly,
  },
  audit: {
    description: "Audits the alert path of Keywatch. Only reads.",
    changes: false,
    needs: AUDIT_NEEDS,
    ofStates: readingOnly,
  },
  drill: {
    description: "Proves the alert path of Keywatch with a key of its own.",
    changes: true,
    needs: DRILL_NEEDS,
    ofStates: () => [],
  },
};

export const MEMBER_KINDS = Object.keys(MEMBER_JOBS) as MemberKind[];

export const isMember = (kind: string): kind is MemberKind => kind in MEMBER_JOBS;

/** Every action that a role of an account may be allowed, sorted. */
export const actionsOf = (kind: MemberKind): string[] =>
  [...new Set(MEMBER_JOBS[kind].needs.flatMap(actionsIn))].sort();
