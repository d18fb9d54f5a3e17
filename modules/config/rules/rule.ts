import { grouped } from "../../values";
import type { Draft } from "../draft";
import type { Problem } from "../problem";
import type { Site } from "../sites";

/** A rule across fields: what it finds wrong with the parts of a config that fit the schema, and with their sites. */
export type Rule = (draft: Draft, sites: readonly Site[]) => Problem[];

/** What must hold of the settings of one account and region. */
export type SiteRule = (site: Site, draft: Draft, sites: readonly Site[]) => Problem[];

/** All that is found in a list's entries; entries that did not fit the schema are holes and are passed over. */
export function eachOf<T, F = Problem>(
  list: readonly T[] | undefined,
  check: (entry: T, index: number) => readonly F[],
): F[] {
  const found: F[] = [];
  list?.forEach((entry, index) => {
    found.push(...check(entry, index));
  });
  return found;
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

/** Something that is wrong with an account, and may be with others. */
export interface Shared {
  readonly account: string;
  /** The same for all accounts that have the problem. */
  readonly kind: string;
  readonly problem: Problem;
}

/** Up to so many accounts are told one by one, or named where there are more. */
const FEW = 3;

/** Tells of few accounts each what is wrong with it, and of more the first one's alone and who else has it. */
export function sharedByAccounts(findings: readonly Shared[]): Problem[] {
  return grouped(findings, ({ kind }) => kind).flatMap((alike) => {
    const [first, ...others] = alike;
    if (!first || others.length < FEW) return alike.map(({ problem }) => problem);
    const accounts = fewOf(others.map(({ account }) => account));
    return [{ ...first.problem, message: `${first.problem.message} (the same for ${accounts})` }];
  });
}

/** The first names of a list, and how many more there are. */
export const fewOf = (names: readonly string[]): string =>
  names.slice(0, FEW).join(", ") + (names.length > FEW ? ` and ${names.length - FEW} more` : "");
