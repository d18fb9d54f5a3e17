import type { QueryDefinition } from "@aws-sdk/client-cloudwatch-logs";
import type { TargetQuery } from "../../../fleet";
import { type Link, type Look, onAnswer, type Ruling, rulesOn } from "./link";

/** What people look at when an alert has reached them. */
export const views: Link = {
  name: "Dashboard and saved queries",
  steps: {
    "dashboard-exists": {
      title: "The dashboard exists",
      expected: "A dashboard of the name that the config gives it.",
      remedy: "Deploy the stack again.",
      otherwise: "warn",
    },
    "queries-saved": {
      title: "The queries are saved",
      expected: "Every query of the stack, on the trail's log group.",
      remedy: "Deploy the stack again.",
      otherwise: "warn",
    },
  },
  judge: (look) => [...dashboardRulings(look), ...queryRulings(look)],
};

function dashboardRulings({ target: { dashboard }, seen }: Look): readonly Ruling[] {
  if (!dashboard || !seen.dashboard) return [];
  const { name: resource } = dashboard;
  return onAnswer(seen.dashboard, { id: "dashboard-exists", resource }, (exists, at) => [
    rulesOn({ at, resource })("dashboard-exists", exists, exists ? `${resource} exists.` : `There is no ${resource}.`),
  ]);
}

function queryRulings({ target: { queries = [], trail }, seen }: Look): readonly Ruling[] {
  if (!seen.queries) return [];
  return onAnswer(seen.queries, { id: "queries-saved", resource: trail?.logGroup }, (found, at) => {
    const lacking = queries.filter((query) => !found.some(isOn(query, trail?.logGroup ?? "")));
    const evidence =
      lacking.length === 0
        ? `All ${queries.length} are saved.`
        : `Missing or changed: ${lacking.map(({ name }) => name).join(", ")}.`;
    return [rulesOn({ at, resource: trail?.logGroup })("queries-saved", lacking.length === 0, evidence)];
  });
}

const isOn =
  ({ name, query }: TargetQuery, logGroup: string) =>
  ({ name: seenName, queryString, logGroupNames = [] }: QueryDefinition): boolean =>
    seenName === name && queryString === query && logGroupNames.includes(logGroup);
