import type { Problem } from "../problem";
import { retiredOf, sitesOf } from "../sites";
import { accountsHaveRegions, regionsExist } from "./regions";
import { roleFits } from "./roles";
import type { Rule } from "./rule";

/** What has retired is not in the fleet any more, and can be reached as before to be destroyed. */
export const retiredHaveLeft: Rule = (draft, present) => {
  const retired = retiredOf(draft);
  const sites = sitesOf(retired);
  const stacks = new Set(present.map(({ stack }) => stack));
  const stillThere = sites.filter(({ stack }) => stacks.has(stack));
  return [
    ...stillThere.map(
      ({ account, region, index }): Problem => ({
        path: ["accounts", index, "id"],
        message: `Account ${account} is in the fleet in ${region}: it cannot have retired there.`,
        expected: "a target that is not in `accounts`",
        remedy: "Remove the region from the account, or the account from here.",
      }),
    ),
    ...regionsExist({ accounts: retired.accounts }, sites),
    ...accountsHaveRegions(retired, sites),
    ...sites.flatMap((site) => roleFits(site)),
  ].map(inRetired);
};

/** A problem in the list of what has retired, which the rules know as `accounts`. */
const inRetired = (problem: Problem): Problem =>
  problem.path[0] === "accounts" ? { ...problem, path: ["retired", ...problem.path.slice(1)] } : problem;
