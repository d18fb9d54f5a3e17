import { nearest } from "../layers";
import { partitionFits, regionFits } from "./arns";
import { eachOf } from "./rule";
import type { SiteRule } from "./sites";

/** What an alarm acts on is of its partition and, where it has a region, of its region. */
export const actionsFit: SiteRule = (site) => {
  const found = nearest(site.layers, "actions");
  if (!found) return [];
  return (["alarm", "ok"] as const).flatMap((state) =>
    eachOf(found.value[state], (arn, index) => {
      const path = [...found.path, state, index];
      return [
        ...partitionFits(site, arn, path),
        ...regionFits(site, arn, path, (region) => `The action is in ${region}: an alarm acts only in its own region.`),
      ];
    }),
  );
};
