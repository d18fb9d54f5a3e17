import type { Target } from "../../fleet";
import { MEMBER_JOBS, type MemberKind } from "../jobs";
import type { Need, Scope } from "../need";
import { roleArnOf } from "../role-names";
import { stateNeeds } from "./state";

const rolesInAccounts = (kinds: readonly MemberKind[]): Scope => ({
  sid: "EnterAccounts",
  label: "the roles in the accounts",
  on: (target) => kinds.map((kind) => roleArnOf(kind, target)),
});

/**
 * What a pipeline asks for outside the accounts.
 *
 * @param entered the roles by which it enters them
 */
export function pipelineNeeds(entered: readonly MemberKind[], fleet: readonly Target[]): Need[] {
  const states = stateNeeds(fleet);
  return [
    { scope: rolesInAccounts(entered), read: ["sts:AssumeRole"] },
    ...entered.flatMap((kind): readonly Need[] => MEMBER_JOBS[kind].ofStates(states)),
  ];
}
