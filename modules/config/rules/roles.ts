import { fill, type Place, parseArn } from "../../aws";
import { nearest } from "../layers";
import type { Path, Problem } from "../problem";
import type { LayeredPlace } from "../sites";
import { partitionFits } from "./arns";
import { unknownRegion } from "./regions";
import { eachOf, type SiteRule } from "./rule";

/** The deploy role is one of the target's own account. */
export const roleFits = (site: LayeredPlace): Problem[] => {
  const found = nearest(site.layers, "role");
  if (!found) return [];
  if (typeof found.value === "string") return roleInAccount(site, found.value, found.path);
  const { arn, stsRegion } = found.value;
  return [
    ...roleInAccount(site, arn, [...found.path, "arn"]),
    ...(stsRegion === undefined ? [] : unknownRegion(stsRegion, [...found.path, "stsRegion"])),
  ];
};

/** So are the roles of chat channels; those that keep a key may be of any account. */
export const rolesFit: SiteRule = (site) => {
  const chat = nearest(site.layers, "chat");
  const breakGlass = nearest(site.layers, "breakGlassRoles");
  return [
    ...eachOf(chat?.value, (channel, index) =>
      roleInAccount(site, channel.roleArn, [...(chat?.path ?? []), index, "roleArn"]),
    ),
    ...eachOf(breakGlass?.value, (arn, index) => partitionFits(site, arn, [...(breakGlass?.path ?? []), index])),
  ];
};

function roleInAccount(site: Place, template: string, path: Path): Problem[] {
  const account = parseArn(fill(template, site))?.accountId;
  return [
    ...partitionFits(site, template, path),
    ...(account === undefined || account === site.account
      ? []
      : [
          {
            path,
            message: `The role is in account ${account}, not in the account that it is for.`,
            expected: "a role of each target's own account",
            remedy: `Write {account} in place of ${account}, or give that account a role of its own.`,
          },
        ]),
  ];
}
