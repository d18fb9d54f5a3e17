import type { Target } from "../../fleet";
import { grouped, namedFew } from "../../values";
import type { Watchers } from "./watchers";

/** How many stacks are named one by one. */
const NAMED = 3;

/** Which controls of a fleet are not evaluated and why: a line for each control and pattern. */
export function notEvaluatedTexts(targets: readonly Target[], { evaluates }: Pick<Watchers, "evaluates">): string[] {
  const reasons = targets.flatMap(({ stackId, controls }) =>
    controls
      .filter((control) => !evaluates(control))
      .map(({ id, filter }) => ({
        stackId,
        reason: `the pattern of ${id} is for other logs than JSON: ${filter.pattern}`,
      })),
  );
  return grouped(reasons, ({ reason }) => reason).map((alike) => {
    const stacks = alike.map(({ stackId }) => stackId);
    return `Not evaluated in ${namedFew(stacks, NAMED)}: ${alike[0]?.reason}`;
  });
}
