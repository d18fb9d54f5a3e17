import { chosenControls } from "../controls";
import { isMissing, nearest } from "../layers";
import type { Problem } from "../problem";
import type { Rule, SiteRule } from "./rule";

/** Where something is watched, there is a trail. */
export const trailIsGiven: SiteRule = (site, draft) => {
  const watched = chosenControls(nearest(site.layers, "controls")).length > 0;
  if (!watched || !isMissing(draft, site.layers, "trail")) return [];
  return [
    {
      path: ["accounts", site.index, "trail"],
      message: "No trail is given.",
      expected: "`trail` in the account, its overrides or `defaults`",
      remedy:
        'Add trail: { logGroup: "aws-controltower/CloudTrailLogs" } with the log group that CloudTrail writes to.',
    },
  ];
};

/** An account makes one trail at most: it records all regions, and a second one costs for every event. */
export const trailsAreMadeOnce: Rule = (_, sites) => {
  const makers = new Map<string, string>();
  const problems: Problem[] = [];
  for (const site of sites) {
    const found = nearest(site.layers, "trail");
    if (!found || !("create" in found.value)) continue;
    const first = makers.get(site.account);
    makers.set(site.account, first ?? site.region);
    if (first === undefined || first === site.region) continue;
    problems.push({
      path: [...found.path, "create"],
      message: `Account ${site.account} would make a trail in ${first} and another one in ${site.region}.`,
      expected: "one trail an account: it records all of its regions",
      remedy: `Keep ${first} alone in the account's regions, or make the trail in one region by \`overrides\`.`,
    });
  }
  return problems;
};
