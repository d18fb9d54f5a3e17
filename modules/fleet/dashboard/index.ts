import { fill } from "../../aws";
import { nearest, type Site } from "../../config";
import type { TargetDashboard } from "../target";
import { type Shown, widgetsOf } from "./widgets";

/** The dashboard of a site, where it wants one. */
export function dashboardOf(site: Site, shown: Shown): TargetDashboard | undefined {
  const setting = nearest(site.layers, "dashboard")?.value;
  if (!setting) return undefined;
  const { name = "{stack}" } = setting === true ? {} : setting;
  return { name: fill(name, site), body: JSON.stringify({ widgets: widgetsOf(site, shown) }) };
}
