import type { Target } from "../../fleet";
import { namedFew } from "../named";
import type { Watchers } from "./watchers";

/** Which controls of a fleet are not evaluated and why: a line for each control and pattern. */
export function notEvaluatedTexts(targets: readonly Target[], { evaluates }: Pick<Watchers, "evaluates">): string[] {
  const stacks = new Map<string, readonly string[]>();
  for (const { stackId, controls } of targets) {
    for (const control of controls.filter((one) => !evaluates(one))) {
      const reason = `the pattern of ${control.id} is for other logs than JSON: ${control.filter.pattern}`;
      stacks.set(reason, [...(stacks.get(reason) ?? []), stackId]);
    }
  }
  return [...stacks].map(([reason, ids]) => `Not evaluated in ${namedFew(ids, 3)}: ${reason}`);
}
