import { nearest } from "../layers";
import { chosenLiveness } from "../liveness";
import { alarmActionsFit } from "./actions";
import type { SiteRule } from "./rule";

/** What the alarms on the alert path act on is of their partition and region. */
export const livenessActionsFit: SiteRule = (site) => {
  const found = nearest(site.layers, "liveness");
  return alarmActionsFit(site, chosenLiveness(found?.value)?.actions, [...(found?.path ?? []), "actions"]);
};
