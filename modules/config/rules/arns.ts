import { fill, type Place, parseArn } from "../../aws";
import type { Path, Problem } from "../problem";

/** The ARN that a template gives in a site is of the site's partition. */
export function partitionFits(site: Place, template: string, path: Path): Problem[] {
  const partition = parseArn(fill(template, site))?.partition;
  if (partition === undefined || partition === site.partition) return [];
  return [
    {
      path,
      message: `The ARN is of partition ${partition}, the region of ${site.partition}.`,
      expected: `an ARN that starts with arn:${site.partition}:`,
      remedy: `Write {partition} in place of ${partition}.`,
    },
  ];
}

/** The ARN that a template gives in a site is of the site's region; what has no region fits everywhere. */
export function regionFits(site: Place, template: string, path: Path, message: (region: string) => string): Problem[] {
  const region = parseArn(fill(template, site))?.region;
  if (!region || region === site.region) return [];
  return [
    {
      path,
      message: message(region),
      expected: "an ARN of the target's region",
      remedy: `Write {region} in place of ${region}, or give the region one of its own in \`overrides\`.`,
    },
  ];
}
