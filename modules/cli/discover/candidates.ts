import type { Config } from "../../config";
import { hasPath, newcomerIn, type Reached, type Target } from "../../fleet";
import { withRole } from "../aws/options";

/** An account to ask: as whom, in which regions, and what the config says of it. */
export interface Candidate extends Reached {
  /** Regions whose trails are looked at; multi-region trails are seen from any. */
  readonly regions: readonly string[];
  /** Its targets in the config; none where it is not listed. */
  readonly targets: readonly Target[];
}

/** What makes accounts candidates. */
export interface CandidateProps {
  readonly config: Config | undefined;
  /** What the config means. */
  readonly targets: readonly Target[];
  /** The accounts to ask; without them those of the config. */
  readonly accounts?: readonly Reached["account"][];
  /** Regions to look into; without them those of the config. */
  readonly regions?: readonly string[];
  /** Role to assume in place of the config's. */
  readonly role?: string;
  /** Region where nothing else says one. */
  readonly home: string;
}

/** The accounts to ask. Those that have retired are left alone. */
export function candidatesOf({ config, targets, accounts, regions, role, home }: CandidateProps): Candidate[] {
  const active = targets.filter(hasPath);
  const retired = new Set(targets.filter((target) => target.retired).map(({ account }) => account.id));
  const listed = active.map(({ account }) => account);
  const wanted = new Map((accounts ?? listed).map((account) => [account.id, account]));
  return [...wanted.values()]
    .filter(({ id }) => !retired.has(id))
    .map((account) => {
      const own = active.filter((target) => target.account.id === account.id);
      const places = own.length > 0 ? own.map(({ region }) => region) : config?.defaults?.regions;
      const [region = home, ...more] = regions ?? places ?? [];
      const { stackId, partition, role: known, stsRegion, ...reached } = own[0] ?? newcomerIn(config, account, region);
      return withRole(
        {
          stackId,
          account: reached.account,
          region,
          partition,
          role: known,
          stsRegion,
          regions: [region, ...more],
          targets: own,
        },
        role,
      );
    });
}

/** Accounts of the config that are not among those of the organization. */
export function goneFrom(
  targets: readonly Target[],
  organization: readonly Reached["account"][],
): Reached["account"][] {
  const left = targets.filter((target) => hasPath(target) && !organization.some(({ id }) => id === target.account.id));
  return [...new Map(left.map(({ account }) => [account.id, account])).values()];
}
