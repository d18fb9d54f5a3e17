import { REGIONS } from "../../aws";
import type { Draft } from "../draft";
import { isMissing, layersOf, nearest } from "../layers";
import { nearestName } from "../nearest";
import type { Path, Problem } from "../problem";
import { eachOf, eachRepeated, type Rule, type Shared, sharedByAccounts } from "./rule";

/** Every region that is named exists and stands once in its list. */
export const regionsExist: Rule = (draft) => [
  ...regionList(draft.defaults?.regions, ["defaults", "regions"]),
  ...eachOf(draft.accounts, (account, index) => regionList(account.regions, ["accounts", index, "regions"])),
];

/** What is wrong with a list of regions. */
export function regionList(regions: readonly string[] | undefined, path: Path): Problem[] {
  return [
    ...eachOf(regions, (region, index) => unknownRegion(region, [...path, index])),
    ...eachRepeated(
      regions,
      (region) => region,
      (region, index, earlier) => ({
        path: [...path, index],
        message: `Region ${region} is listed before, at position ${earlier}.`,
        expected: "every region once",
        remedy: "Remove one of the two.",
      }),
    ),
  ];
}

/** The problem of a region that AWS does not have, as a list of none or one. */
export function unknownRegion(region: string, path: Path): Problem[] {
  if (REGIONS.has(region)) return [];
  const near = nearestName(region, [...REGIONS.keys()]);
  return [
    {
      path,
      message: `AWS has no region ${JSON.stringify(region)}.`,
      expected: "a region's name such as eu-west-1",
      remedy: near ? `Did you mean ${near}?` : "Write the name as AWS does.",
    },
  ];
}

/** Every account has a region, all of its regions are in one partition, and overrides are for regions that it has. */
export const accountsHaveRegions: Rule = (draft) => [
  ...sharedByAccounts(eachOf(draft.accounts, (_, index) => withoutRegions(draft, index))),
  ...eachOf(draft.accounts, ({ overrides }, index) => {
    const found = nearest(layersOf(draft, index), "regions");
    return found ? overrideRegions(overrides, found.value, index) : [];
  }),
  ...sharedByAccounts(eachOf(draft.accounts, (_, index) => inPartitions(draft, index))),
];

function withoutRegions(draft: Draft, index: number): Shared[] {
  if (!isMissing(draft, layersOf(draft, index), "regions")) return [];
  const account = draft.accounts?.[index]?.id ?? String(index);
  const problem = {
    path: ["accounts", index, "regions"],
    message: `No region is given for account ${account}.`,
    expected: "`regions` in the account or in `defaults`",
    remedy: 'Add regions: ["eu-west-1"] with the regions to watch.',
  };
  return [{ account, kind: "missing", problem }];
}

function inPartitions(draft: Draft, index: number): Shared[] {
  const found = nearest(layersOf(draft, index), "regions");
  const partitions = [...new Set(found?.value.flatMap((region) => REGIONS.get(region)?.partition ?? []))];
  if (!found || partitions.length < 2) return [];
  const account = draft.accounts?.[index]?.id ?? String(index);
  const kind = partitions.join(" and ");
  const problem = {
    path: found.path,
    message: `Account ${account} cannot have regions of ${kind}.`,
    expected: "regions of one partition: an account belongs to one",
    remedy: "List the account of each partition by its own id, with its own regions.",
  };
  return [{ account, kind, problem }];
}

function overrideRegions(overrides: object | undefined, regions: readonly string[], index: number): Problem[] {
  return Object.keys(overrides ?? {}).flatMap((region) => {
    const path = ["accounts", index, "overrides", region];
    const unknown = unknownRegion(region, path);
    if (unknown.length > 0 || regions.includes(region)) return unknown;
    return [
      {
        path,
        message: `${region} is not among the account's regions.`,
        expected: `one of: ${regions.filter(Boolean).join(", ")}`,
        remedy: `Add ${region} to the account's regions, or remove this override.`,
      },
    ];
  });
}
