import type { Trail } from "@aws-sdk/client-cloudtrail";
import { parseArn } from "../../aws";
import { eachTarget, type Outcome, type Pace, type Session, type Sessions } from "../aws";
import { listTrails, seeTrail } from "../trails";
import type { Candidate } from "./candidates";
import { type LookedTrail, logGroupOf } from "./judge";

/** The trails of every candidate, side by side. */
export const lookAt = (
  candidates: readonly Candidate[],
  sessions: Sessions,
  pace: Pace<Candidate>,
): Promise<Outcome<readonly LookedTrail[], Candidate>[]> =>
  eachTarget(candidates, sessions, pace, async ({ signal }, candidate) => {
    const stsRegion = candidate.stsRegion ?? candidate.region;
    const inRegion = (region: string) => sessions({ ...candidate, region, stsRegion }, signal);
    const lists = await Promise.all(candidate.regions.map(async (region) => listTrails(await inRegion(region))));
    const trails = new Map(lists.flat().map((trail) => [trail.TrailARN, trail]));
    return Promise.all([...trails.values()].map((trail) => lookInto(trail, candidate.account.id, inRegion)));
  });

/** A trail in full, from its home, unless both it and its log group are another account's. */
async function lookInto(
  trail: Trail,
  account: string,
  inRegion: (region: string) => Promise<Session>,
): Promise<LookedTrail> {
  const arn = parseArn(trail.TrailARN ?? "");
  if (arn?.accountId !== account && logGroupOf(trail)?.account !== account) return { trail };
  return seeTrail(await inRegion(trail.HomeRegion ?? arn?.region ?? ""), trail);
}
