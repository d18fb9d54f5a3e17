import { parseArn } from "../../aws";
import { type SeenTrail, selectedBy } from "../trails";
import type { JudgedTrail, LogGroupPlace } from "./result";

/** A trail as an account sees it; of another account's, whose log group lies elsewhere too, its description alone. */
export type LookedTrail = Pick<SeenTrail, "trail"> & Partial<SeenTrail>;

/** Why a trail will not do, for the alerts of an account. */
type Reason = (seen: LookedTrail, account: string) => string | undefined;

const REASONS: readonly Reason[] = [
  ({ trail }) => (trail.IsMultiRegionTrail ? undefined : `It records ${trail.HomeRegion ?? "its own region"} alone.`),
  ({ status }) =>
    status && !status.ok
      ? `Whether it logs could not be asked: ${status.fault.message}`
      : status && !status.value.IsLogging
        ? "It does not log."
        : undefined,
  ({ selectors }) => {
    if (!selectors) return undefined;
    if (!selectors.ok) return `What it records could not be asked: ${selectors.fault.message}`;
    const { missing } = selectedBy(selectors.value);
    return missing && `It does not record all management events: ${missing}.`;
  },
  ({ selectors }) =>
    selectors?.ok && !selectedBy(selectors.value).keepsKms ? "It leaves out the events of KMS." : undefined,
  ({ trail }, account) => {
    const place = logGroupOf(trail);
    if (!place) return "It writes to no log group.";
    return place.account === account ? undefined : `Its log group lies in account ${place.account}.`;
  },
];

/** Says of a trail whether the alerts of an account can rest on it. */
export const judgeTrail = (seen: LookedTrail, account: string): JudgedTrail => ({
  arn: seen.trail.TrailARN ?? "",
  organization: seen.trail.IsOrganizationTrail ?? false,
  logGroup: logGroupOf(seen.trail),
  reasons: REASONS.flatMap((reason) => reason(seen, account) ?? []),
});

/** Whether a question about a trail was left without an answer. */
export const isUnanswered = ({ status, selectors }: LookedTrail): boolean =>
  status?.ok === false || selectors?.ok === false;

/** Where a trail writes to, by the ARN of its log group. */
export function logGroupOf({ CloudWatchLogsLogGroupArn: text = "" }: SeenTrail["trail"]): LogGroupPlace | undefined {
  const arn = parseArn(text);
  const name = arn && /^log-group:(.+?)(?::\*)?$/.exec(arn.resource)?.[1];
  return name ? { account: arn.accountId, region: arn.region, name } : undefined;
}
