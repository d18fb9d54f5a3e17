import fc from "fast-check";
import { type Path, validate } from "../modules/config";
import { valueAt } from "../modules/config/problem";
import { resolve } from "../modules/fleet";
import { anyConfig, rightConfig } from "./support/arbitrary-config";
import type { Raw } from "./support/fleet";
import { stackTexts } from "./support/stacks";

/** How many configs are tried; more of them, for a search that may take its time, with PROPERTY_RUNS. */
const RUNS = Number(process.env.PROPERTY_RUNS ?? 100);

/** What must hold of every config that validation accepts. */
function expectStacks(config: Raw) {
  const targets = resolve(config);
  const ids = targets.map(({ stackId }) => stackId);
  const states = targets.filter(({ state }) => state.kind !== "inmem").map(({ state }) => JSON.stringify(state.block));
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(states).size).toBe(states.length);
  expect(Object.keys(stackTexts(targets)).sort()).toEqual(ids);
}

/** A path leads to a value, or to a key that is missing in something that is there. */
function leadsSomewhere(config: Raw, path: Path): boolean {
  const parent = valueAt(config, path.slice(0, -1));
  return path.length === 0 || (parent !== null && typeof parent === "object");
}

test("configs that hold become stacks of their own, each with a state of its own", () => {
  fc.assert(
    fc.property(rightConfig, (config) => {
      expect(validate(config)).toEqual({ ok: true, config });
      expectStacks(config);
    }),
    { numRuns: Math.ceil(RUNS / 5) },
  );
});

test("configs that were changed anywhere are told of, or still hold; nothing throws", () => {
  fc.assert(
    fc.property(anyConfig, (config) => {
      const checked = validate(config);
      if (checked.ok) expectStacks(checked.config);
      else {
        expect(checked.problems).not.toHaveLength(0);
        expect(checked.problems.filter(({ path }) => !leadsSomewhere(config, path))).toEqual([]);
      }
    }),
    { numRuns: RUNS },
  );
});
