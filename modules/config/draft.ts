import type { Path } from "./problem";
import type { Account, Config } from "./schema";

/**
 * A config of which only a part is known to be right. What is there fits the schema; what did not fit is left out, and
 * a list element that did not fit has left a hole, so that the others keep their positions.
 */
export type Draft = Partial<Omit<Config, "accounts" | "retired">> & {
  readonly accounts?: readonly Partial<Account>[];
  readonly retired?: readonly Partial<Account>[];
  /** Where something was given that did not fit. */
  readonly leftOut?: readonly Path[];
};

/** Whether something was given at a path that did not fit. */
export const isLeftOut = (draft: Draft, path: Path): boolean =>
  draft.leftOut?.some((prefix) => prefix.every((key, depth) => key === path[depth])) ?? false;

/** The part of a config that fits the schema, given the paths that do not. */
export function draftOf(raw: unknown, wrong: readonly Path[]): Draft {
  const leftOut = wrong.map(removalPoint);
  const draft = structuredClone(raw);
  for (const path of leftOut) remove(draft, path);
  return draft !== null && typeof draft === "object" && !Array.isArray(draft) ? { ...draft, leftOut } : { leftOut };
}

/** The lists of accounts. */
const LISTS: readonly unknown[] = ["accounts", "retired"];

/** Settings of which one entry can be wrong while the others stand. */
const BY_ENTRY: readonly unknown[] = ["regions", "subscriptions", "tags", "controls", "chat", "breakGlassRoles"];

/** The smallest part around a wrong place that can be left out, with what remains still fitting the schema. */
function removalPoint(path: Path): Path {
  const settings = path[0] === "defaults" ? 1 : !LISTS.includes(path[0]) ? 0 : path[2] === "overrides" ? 4 : 2;
  return path.slice(0, settings + (BY_ENTRY.includes(path[settings]) ? 2 : 1));
}

function remove(root: unknown, path: Path): void {
  const parent = path.slice(0, -1).reduce<unknown>((node, key) => (node as never)?.[key], root);
  if (parent !== null && typeof parent === "object")
    delete (parent as Record<string | number, unknown>)[path.at(-1) ?? ""];
}
