import type { Draft } from "../draft";
import type { Problem } from "../problem";
import type { Site } from "../sites";

/** A rule across fields: what it finds wrong with the parts of a config that fit the schema, and with their sites. */
export type Rule = (draft: Draft, sites: readonly Site[]) => Problem[];

/** What must hold of the settings of one account and region. */
export type SiteRule = (site: Site, draft: Draft, sites: readonly Site[]) => Problem[];

/** Every problem of a list's entries; entries that did not fit the schema are holes and are passed over. */
export function eachOf<T>(list: readonly T[] | undefined, check: (entry: T, index: number) => Problem[]): Problem[] {
  const problems: Problem[] = [];
  list?.forEach((entry, index) => {
    problems.push(...check(entry, index));
  });
  return problems;
}

/** Calls `found` for each entry whose key an earlier one has, with the earlier one's position. */
export function eachRepeated<T>(
  list: readonly T[] | undefined,
  key: (entry: T, index: number) => string | undefined,
  found: (entry: T, index: number, earlier: number) => Problem,
): Problem[] {
  const first = new Map<string, number>();
  return eachOf(list, (entry, index) => {
    const name = key(entry, index);
    if (name === undefined) return [];
    const earlier = first.get(name);
    if (earlier !== undefined) return [found(entry, index, earlier)];
    first.set(name, index);
    return [];
  });
}
