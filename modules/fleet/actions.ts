import { fill } from "../aws";
import { nearest, type Site } from "../config";
import type { TargetControl } from "./target";

/** What the alarms of a site do beside publishing to their topic. */
export function actionsOf(site: Site): Pick<TargetControl, "notifyOk" | "further"> {
  const actions = nearest(site.layers, "actions")?.value;
  return {
    notifyOk: actions?.notifyOk ?? false,
    further: { alarm: filledArns(actions?.alarm, site), ok: filledArns(actions?.ok, site) },
  };
}

/** ARNs with their placeholders filled in. */
export const filledArns = (templates: readonly string[] = [], site: Site): string[] =>
  templates.map((template) => fill(template, site));
