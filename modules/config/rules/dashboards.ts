import { fill } from "../../aws";
import { nearest } from "../layers";
import type { Problem } from "../problem";
import type { Rule } from "./rule";

/** Dashboards of an account are known in all of its regions by one name: two stacks would write over each other's. */
export const dashboardsAreApart: Rule = (_, sites) => {
  const owners = new Map<string, string>();
  const problems = new Map<string, Problem>();
  for (const site of sites) {
    const found = nearest(site.layers, "dashboard");
    if (!found || typeof found.value === "boolean" || found.value.name === undefined) continue;
    const name = fill(found.value.name, site);
    const owner = owners.get(`${site.account}/${name}`);
    owners.set(`${site.account}/${name}`, owner ?? site.stack);
    if (owner === undefined) continue;
    const path = [...found.path, "name"];
    problems.set(JSON.stringify(path), {
      path,
      message: `${owner} and ${site.stack} would both make the dashboard ${name}.`,
      expected: "a name of its own for every dashboard of an account, whatever its region",
      remedy: "Write {region} into the name.",
    });
  }
  return [...problems.values()];
};
