import type { Problem } from "../problem";
import type { Site } from "../sites";
import { actionsFit } from "./actions";
import { controlsFit } from "./controls";
import { fastPathsLead } from "./fast-path";
import { filterPoliciesLetAlertsThrough } from "./filter-policies";
import { livenessActionsFit } from "./liveness";
import { namesAreApart } from "./names";
import { patternsParse } from "./patterns";
import { roleFits, rolesFit } from "./roles";
import { fewOf, type Rule, type SiteRule } from "./rule";
import { tagsFit } from "./tags";
import { subscriptionsFit, topicsFit } from "./topics";
import { trailIsGiven } from "./trails";

const SITE_RULES: readonly SiteRule[] = [
  trailIsGiven,
  roleFits,
  topicsFit,
  subscriptionsFit,
  filterPoliciesLetAlertsThrough,
  rolesFit,
  actionsFit,
  livenessActionsFit,
  tagsFit,
  controlsFit,
  namesAreApart,
  patternsParse,
  fastPathsLead,
];

/** Every account and region has all that it needs, and what it has fits it. */
export const sitesAreComplete: Rule = (draft, sites) =>
  sharedOnce(
    sites.flatMap((site) =>
      SITE_RULES.flatMap((rule) => rule(site, draft, sites).map((problem) => ({ site, problem }))),
    ),
  );

/** Tells a problem that several sites have in the same place once, and of which sites it is true. */
function sharedOnce(findings: readonly { site: Site; problem: Problem }[]): Problem[] {
  const groups = new Map<string, { problem: Problem; sites: Set<string> }>();
  for (const { site, problem } of findings) {
    const key = JSON.stringify([problem.path, problem.message]);
    const group = groups.get(key) ?? { problem, sites: new Set() };
    groups.set(key, group);
    group.sites.add(`${site.account}/${site.region}`);
  }
  return [...groups.values()].map(({ problem, sites }) => ({
    ...problem,
    message: `${problem.message} (in ${fewOf([...sites])})`,
  }));
}
