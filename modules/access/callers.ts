import type { IdentityStatement } from "../aws";
import type { StateBucket, Target } from "../fleet";
import { readingPipelineName } from "../names";
import { MEMBER_JOBS, type MemberKind } from "./jobs";
import type { Need } from "./need";
import { bootstrapNeeds } from "./needs/bootstrap";
import { DISCOVER_NEEDS } from "./needs/discover";
import { pipelineNeeds } from "./needs/pipeline";
import { type RoleKind, type RoleName, roleNameOf } from "./role-names";
import { statementsOf } from "./statements";

/** A role of who runs Keywatch, which is made in one account. */
export type CallerKind = Exclude<RoleKind, MemberKind>;

/** Where somebody runs Keywatch. */
export interface Ground {
  /** The roles by which the pipeline enters the accounts. */
  readonly entered: readonly MemberKind[];
  /** All targets of the fleet. */
  readonly fleet: readonly Target[];
  /** The bucket of the states, where Keywatch makes it. */
  readonly bucket?: StateBucket;
}

/** What such a role is. */
export interface CallerRole extends RoleName {
  readonly description: string;
  /** Whether it does more than look. */
  readonly changes: boolean;
  readonly externalIds: readonly string[];
  readonly statements: readonly IdentityStatement[];
}

/** What there is to know of the role of each kind. */
export const CALLERS: Readonly<Record<CallerKind, (ground: Ground) => CallerRole>> = {
  pipeline: ({ entered, fleet }) => {
    const changes = entered.some((kind) => MEMBER_JOBS[kind].changes);
    return {
      ...(changes ? roleNameOf("pipeline") : { path: "/", name: readingPipelineName(entered) }),
      description: changes
        ? "Enters the accounts of the fleet and keeps the states of Keywatch."
        : "Enters the accounts of the fleet and reads the states of Keywatch. Changes nothing.",
      changes,
      externalIds: [],
      statements: here(pipelineNeeds(entered, fleet), fleet),
    };
  },
  bootstrap: ({ bucket }) => ({
    ...roleNameOf("bootstrap", bucket),
    description: "Makes the bucket that keeps the states of Keywatch, and changes it. Ends nothing.",
    changes: true,
    externalIds: [],
    statements: bucket ? here(bootstrapNeeds(bucket), [bucket]) : [],
  }),
  discover: ({ fleet }) => ({
    ...roleNameOf("discover"),
    description: "Lists the accounts of the organization and looks at their trails. Only reads.",
    changes: false,
    externalIds: [],
    statements: here(DISCOVER_NEEDS, fleet),
  }),
};

/** Statements that name accounts by their ids. */
const here = <P extends { readonly account: { readonly id: string } }>(
  needs: readonly Need<P>[],
  places: readonly P[],
): IdentityStatement[] => statementsOf(needs, places, (id) => id);
