import type { Outcome } from "../aws";
import type { Candidate } from "./candidates";
import { isUnanswered, judgeTrail, type LookedTrail } from "./judge";
import type { DiscoveredAccount, Discovery, Entry, JudgedTrail, Standing } from "./result";

/** What came of the candidates, judged: each account, and the organization's trails across them. */
export function discoveryOf(
  outcomes: readonly Outcome<readonly LookedTrail[], Candidate>[],
  gone: Discovery["gone"],
): Discovery {
  const found = outcomes.map(findingsOf);
  const accounts = found.map((one) => discovered(one, found));
  return { version: 1, complete: found.every(({ unanswered }) => !unanswered), accounts, gone };
}

interface Found {
  readonly candidate: Candidate;
  readonly trails: readonly JudgedTrail[];
  /** Whether a question was left without an answer. */
  readonly unanswered: boolean;
  readonly fault?: DiscoveredAccount["fault"];
}

function findingsOf(outcome: Outcome<readonly LookedTrail[], Candidate>): Found {
  const candidate = outcome.target;
  if (!outcome.ok) return { candidate, trails: [], unanswered: true, fault: outcome.fault };
  const trails = outcome.value.map((seen) => judgeTrail(seen, candidate.account.id));
  return {
    candidate,
    trails: trails.sort((a, b) => (a.arn < b.arn ? -1 : 1)),
    unanswered: outcome.value.some(isUnanswered),
  };
}

function discovered(found: Found, all: readonly Found[]): DiscoveredAccount {
  const { candidate, trails, fault } = found;
  const trail = bestOf(found);
  const coveredBy = trails.find((one) => covers(one, candidate, all));
  return {
    account: candidate.account,
    standing: standingOf(found, trail, coveredBy),
    trails,
    entry: trail && entryOf(candidate, trail),
    coveredBy,
    fault,
  };
}

/** Of the trails that will do, the one that the config watches already, else one of the organization, else the first. */
function bestOf({ candidate, trails }: Found): JudgedTrail | undefined {
  const suitable = trails.filter(({ reasons }) => reasons.length === 0);
  return (
    suitable.find((trail) => isWatched(trail, candidate)) ??
    suitable.find(({ organization }) => organization) ??
    suitable[0]
  );
}

const isWatched = ({ logGroup }: JudgedTrail, { targets }: Candidate): boolean =>
  targets.some(({ region, trail }) => trail?.logGroup === logGroup?.name && region === logGroup?.region);

/** An organization's trail to which nothing is amiss but that its log group lies elsewhere; nor there, if it was looked at there. */
function covers(trail: JudgedTrail, { account }: Candidate, all: readonly Found[]): boolean {
  const { arn, logGroup, organization, reasons } = trail;
  if (!organization || !logGroup || logGroup.account === account.id || reasons.length > 1) return false;
  const owner = all.find(({ candidate }) => candidate.account.id === logGroup.account);
  return !owner || owner.fault !== undefined || owner.trails.some((one) => one.arn === arn && one.reasons.length === 0);
}

const entryOf = ({ account: { id, name } }: Candidate, { logGroup, organization }: JudgedTrail): Entry | undefined =>
  logGroup && {
    id,
    name,
    regions: [logGroup.region],
    trail: { logGroup: logGroup.name, ...(organization ? { organization } : {}) },
  };

function standingOf(
  { candidate, unanswered, fault }: Found,
  trail: JudgedTrail | undefined,
  coveredBy: JudgedTrail | undefined,
): Standing {
  const watched = candidate.targets.filter((target) => target.trail);
  if (fault) return "unknown";
  if (trail && isWatched(trail, candidate)) return "listed";
  if (candidate.targets.length > 0 && watched.every((target) => target.trail?.created)) return "listed";
  if (watched.length > 0 && (trail || coveredBy)) return "differs";
  if (trail) return "new";
  if (coveredBy) return "covered";
  return unanswered ? "unknown" : "none";
}
