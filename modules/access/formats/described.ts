import type { BoundaryDescription } from "../boundary";
import type { RoleDescription } from "../describe";

/** What is written: roles, and the policy that bounds those which the stacks make. */
export interface Described {
  readonly roles: readonly RoleDescription[];
  readonly boundary?: BoundaryDescription;
}
