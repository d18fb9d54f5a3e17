import type { SeenTrail } from "../../trails";
import { selectedBy } from "../../trails";
import type { Seen } from "../seen";
import { onAnswer, type Ruling, rulesOn } from "./link";

const DAY_MS = 24 * 60 * 60_000;

/** What was seen of the trails of an account. */
export type SeenTrails = Extract<NonNullable<Seen["trails"]>, { ok: true }>["value"];

/**
 * Where several trails feed the log group, the one with the fewest faults counts: the events of that one arrive.
 *
 * @param now when the target was asked, as an ISO time
 */
export function judgeTrails(
  { feeding, others }: SeenTrails,
  logGroup: string,
  at: string,
  now: string,
): readonly Ruling[] {
  const rule = rulesOn({ at, resource: logGroup });
  const [best] = feeding.map((one) => judgeTrail(one, at, now)).sort((a, b) => faults(a) - faults(b));
  if (best) {
    const trails = namesOf(feeding.map(({ trail }) => trail));
    return [rule("trail-feeds-log-group", true, `${trails} writes to ${logGroup}.`), ...best];
  }
  const instead = others.length > 0 ? `; seen: ${namesOf(others)}` : "; the account has no trail in this region";
  return [rule("trail-feeds-log-group", false, `No trail writes to ${logGroup}${instead}.`)];
}

const faults = (rulings: readonly Ruling[]): number =>
  rulings.filter((ruling) => "fault" in ruling || !ruling.holds).length;

const namesOf = (trails: readonly SeenTrail["trail"][]): string =>
  trails.map(({ TrailARN, Name }) => TrailARN ?? Name).join(", ");

function judgeTrail({ trail, status, selectors }: SeenTrail, at: string, now: string): readonly Ruling[] {
  const { TrailARN: resource, IsMultiRegionTrail: multi = false, LogFileValidationEnabled: validated = false } = trail;
  const rule = rulesOn({ at, resource });
  const reach = multi ? "every region" : `${trail.HomeRegion ?? "its own region"} alone`;
  return [
    rule("trail-multi-region", multi, `It records ${reach}.`),
    ...judgeStatus(status, resource, now),
    ...judgeSelectors(selectors, resource),
    rule("trail-log-file-validation", validated, `Log file validation is ${validated ? "on" : "off"}.`),
  ];
}

const judgeStatus = (status: SeenTrail["status"], resource: string | undefined, now: string) =>
  onAnswer(status, { id: "trail-logging", resource }, (found, at) => {
    const {
      IsLogging: logs = false,
      LatestCloudWatchLogsDeliveryTime: last,
      LatestCloudWatchLogsDeliveryError: error,
    } = found;
    const rule = rulesOn({ at, resource });
    const recent = last !== undefined && Date.parse(now) - last.getTime() < DAY_MS;
    const delivery = last
      ? `Last delivery to CloudWatch Logs: ${last.toISOString()}`
      : "Nothing was ever delivered to CloudWatch Logs";
    return [
      rule("trail-logging", logs, logs ? "It is logging." : "It does not log."),
      rule("trail-delivers", recent, `${delivery}${error ? `, with the error ${error}` : ""}.`),
    ];
  });

const judgeSelectors = (selectors: SeenTrail["selectors"], resource: string | undefined) =>
  onAnswer(selectors, { id: "trail-management-events", resource }, (found, at) => {
    const { form, missing, keepsKms } = selectedBy(found);
    const rule = rulesOn({ at, resource });
    const recorded = missing
      ? `Not all are recorded: ${missing}.`
      : `A selector of the ${form} form records all of them.`;
    const kms = keepsKms
      ? "KMS is not excluded."
      : "Its selector excludes kms.amazonaws.com: DisableKey and ScheduleKeyDeletion never arrive.";
    return [
      rule("trail-management-events", !missing, recorded),
      rule("trail-classic-selector", form === "classic", `Its selectors are ${form}.`),
      rule("trail-kms-events", keepsKms, kms),
    ];
  });
