import { nearest } from "../layers";
import type { Path, Problem } from "../problem";
import type { Site } from "../sites";
import { partitionFits, regionFits } from "./arns";
import { eachOf, type SiteRule } from "./rule";

/** What an alarm acts on is of its partition and, where it has a region, of its region. */
export const actionsFit: SiteRule = (site) => {
  const found = nearest(site.layers, "actions");
  if (!found) return [];
  return (["alarm", "ok"] as const).flatMap((state) =>
    alarmActionsFit(site, found.value[state], [...found.path, state]),
  );
};

/** The same of one list of actions. */
export const alarmActionsFit = (site: Site, actions: readonly string[] | undefined, path: Path): Problem[] =>
  eachOf(actions, (arn, index) => [
    ...partitionFits(site, arn, [...path, index]),
    ...regionFits(
      site,
      arn,
      [...path, index],
      (region) => `The action is in ${region}: an alarm acts only in its own region.`,
    ),
  ]);
