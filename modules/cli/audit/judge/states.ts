import type { Target } from "../../../fleet";
import { namedFew } from "../../../values";
import type { SeenState, SeenStore } from "../collect/states";
import { type Link, onAnswer, type Ruling } from "./link";

/** How many resources of a state are named. */
const NAMED = 5;

const ORGANIZATION_REMEDY = "Put `organization` back, destroy its stack with npx cdktf destroy, then take it out.";

/** What the fleet leaves behind: states that hold something and should not. */
export const states: Omit<Link, "judge"> = {
  name: "States of the fleet",
  steps: {
    "states-listed": {
      title: "The states of the fleet can be listed",
      expected: "A local state or an S3 bucket that the audit may list and read.",
      remedy: "Compare the workspaces or states of the backend with keywatch targets --json by hand.",
      otherwise: "warn",
    },
    "state-without-target": {
      title: "A state without a target holds nothing",
      expected: "Every state that holds resources belongs to a target of the config.",
      remedy:
        "List the account under `retired` with its settings of then, and deploy its stack: it destroys what is left.",
      otherwise: "fail",
    },
    "state-of-retired": {
      title: "What has retired is destroyed",
      expected: "The state of a retired target holds nothing.",
      remedy: "Deploy its stack, which destroys what it had; then remove the entry from `retired`.",
      otherwise: "fail",
    },
  },
};

/** Judges the stores of a fleet, and says which states nobody looked at. */
export const judgeStates = (
  stores: readonly SeenStore[],
  unreadable: readonly Target[],
  now: string,
): readonly Ruling[] => [
  ...stores.flatMap(judgeStore),
  ...[...new Set(unreadable.map(({ state }) => state.kind))].map((kind) => ({
    id: "states-listed",
    at: now,
    resource: kind,
    holds: false,
    evidence: `States in ${kind} are not looked at.`,
  })),
];

const judgeStore = ({ label, states }: SeenStore): readonly Ruling[] =>
  onAnswer(states, { id: "states-listed", resource: label }, ({ kept, leftovers }, at) => [
    {
      id: "states-listed",
      at,
      resource: label,
      holds: true,
      evidence: `${kept} states were listed, ${leftovers.length} of them of no active target.`,
    },
    ...leftovers.flatMap(judgeLeftover),
  ]);

function judgeLeftover({ name, place, retired, resources }: SeenState): readonly Ruling[] {
  const about = { id: retired ? "state-of-retired" : "state-without-target", resource: name };
  return onAnswer(resources, about, (addresses, at) => {
    const where = place ? `${place.account} in ${place.region}` : "The stack of an organization";
    const evidence = `${where}: it holds ${namedFew(addresses, NAMED) || "nothing"}.`;
    const remedy = place ? undefined : ORGANIZATION_REMEDY;
    return [{ ...about, at, holds: addresses.length === 0, evidence, remedy }];
  });
}
