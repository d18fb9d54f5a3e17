import type { Outcome } from "../../../modules/cli/aws";
import { type Candidate, candidatesOf } from "../../../modules/cli/discover/candidates";
import { discoveryOf } from "../../../modules/cli/discover/discovery";
import type { LookedTrail } from "../../../modules/cli/discover/judge";
import type { Discovery } from "../../../modules/cli/discover/result";
import type { SeenTrail } from "../../../modules/cli/trails";
import type { Target } from "../../../modules/fleet";

export const [payments, data, management] = ["111111111111", "222222222222", "999999999999"] as const;
const at = "2026-11-24T12:00:00.000Z";

export const trailArnOf = (account: string, name: string): string =>
  `arn:aws:cloudtrail:eu-west-1:${account}:trail/${name}`;
export const groupArn = (account: string, name = "trail"): string =>
  `arn:aws:logs:eu-west-1:${account}:log-group:${name}:*`;

/** A trail on which alerts can rest, with what differs. */
export function trailOf(
  account: string,
  changes: Partial<SeenTrail["trail"]> = {},
  status: object = { IsLogging: true },
  selector: object = {},
): LookedTrail {
  const all = { ReadWriteType: "All" as const, IncludeManagementEvents: true, ExcludeManagementEventSources: [] };
  return {
    trail: {
      TrailARN: trailArnOf(account, "company"),
      HomeRegion: "eu-west-1",
      IsMultiRegionTrail: true,
      IsOrganizationTrail: false,
      CloudWatchLogsLogGroupArn: groupArn(account),
      ...changes,
    },
    status: { ok: true, at, value: status },
    selectors: { ok: true, at, value: { EventSelectors: [{ ...all, ...selector }] } },
  };
}

/** What AWS says when it does not answer. */
export const denied = { kind: "denied", message: "AccessDenied: no", remedy: "Give the role more." } as const;
export const unasked = { ok: false, at, fault: denied } as const;

/** A discovery in which accounts answered with trails, or with a fault. */
export function discoveryAmong(
  answers: Readonly<Record<string, readonly LookedTrail[] | typeof denied>>,
  targets: readonly Target[] = [],
): Discovery {
  const accounts = Object.keys(answers).map((id) => ({ id, name: `name-${id[0]}` }));
  const candidates = candidatesOf({ config: undefined, targets, accounts, home: "eu-west-1" });
  const outcomes = candidates.map((target): Outcome<readonly LookedTrail[], Candidate> => {
    const answer = answers[target.account.id] ?? [];
    const about = { target, milliseconds: 1 };
    return "kind" in answer ? { ...about, ok: false, fault: answer } : { ...about, ok: true, value: answer };
  });
  return discoveryOf(outcomes, []);
}
