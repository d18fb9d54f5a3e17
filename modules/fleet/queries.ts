import { nearest, type Site } from "../config";
import { queryAddress, queryName } from "../names";
import { queryText, SAVED_QUERIES } from "../queries";
import type { Target, TargetQuery } from "./target";

/** The saved queries of a site that has a log group to ask. */
export function queriesOf(fleet: string, { layers }: Site, trail: Target["trail"]): TargetQuery[] | undefined {
  if (!trail || !nearest(layers, "queries")?.value) return undefined;
  return SAVED_QUERIES.map((query) => ({
    address: queryAddress(query.id),
    name: queryName(fleet, query.title),
    query: queryText(query),
  }));
}
