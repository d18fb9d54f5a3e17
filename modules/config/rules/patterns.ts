import { parsePattern } from "../../controls/filter-pattern";
import { chosenControls } from "../controls";
import { nearest } from "../layers";
import type { SiteRule } from "./rule";

/** The JSON filter patterns that the config gives are well formed; patterns for other logs pass as they are. */
export const patternsParse: SiteRule = (site) => {
  const found = nearest(site.layers, "controls");
  return chosenControls(found).flatMap(({ id }) => {
    const choice = found?.value[id];
    const pattern = typeof choice === "object" ? choice.filter?.pattern : undefined;
    const parsed = pattern?.trimStart().startsWith("{") ? parsePattern(pattern) : undefined;
    if (!found || !parsed || parsed.ok) return [];
    return [
      {
        path: [...found.path, id, "filter", "pattern"],
        message: `The pattern is wrong at column ${parsed.column}: ${parsed.message}`,
        expected: parsed.expected,
        remedy: "Mend the pattern; the CloudWatch Logs User Guide has its syntax under filter patterns for JSON.",
      },
    ];
  });
};
