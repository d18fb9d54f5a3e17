import type { Seen, SeenTrail } from "../seen";
import { type Link, onAnswer, type Ruling } from "./link";
import { selectedBy } from "./selectors";

const DAY_MS = 24 * 60 * 60_000;

/** The trail: from a call to AWS to the log group. */
export const trail: Link = {
  name: "Trail",
  steps: {
    "trail-feeds-log-group": {
      title: "A trail writes to the log group",
      expected: "A trail of the account whose CloudWatch Logs log group is the one of the config.",
      remedy:
        "Name the trail's log group in the config (`trail.logGroup`), or let the trail write to it: aws cloudtrail update-trail.",
      source: "CIS 4.7 audit, the trail and its log group",
      otherwise: "fail",
    },
    "trail-multi-region": {
      title: "The trail records every region",
      expected: "IsMultiRegionTrail is true.",
      remedy: "aws cloudtrail update-trail --is-multi-region-trail --name with the trail's ARN.",
      source: "CIS 4.7 audit, multi-region trail; CloudWatch.7",
      otherwise: "fail",
    },
    "trail-logging": {
      title: "The trail is logging",
      expected: "IsLogging is true.",
      remedy: "aws cloudtrail start-logging --name with the trail's ARN; find in its history who stopped it.",
      source: "CIS 4.7 audit, trail status",
      otherwise: "fail",
    },
    "trail-delivers": {
      title: "The trail delivered to the log group in the last day",
      expected: "LatestCloudWatchLogsDeliveryTime is not older than a day.",
      remedy:
        "Look at LatestCloudWatchLogsDeliveryError of aws cloudtrail get-trail-status: mostly the trail's role or the log group's key.",
      source: "CIS 3.4 of 1.4 asks the same",
      otherwise: "fail",
    },
    "trail-management-events": {
      title: "The trail records all management events",
      expected: "A selector with management events and ReadWriteType All, or an advanced one that nothing narrows.",
      remedy: "aws cloudtrail put-event-selectors with IncludeManagementEvents true and ReadWriteType All.",
      source: "CIS 4.7 audit, event selectors",
      otherwise: "fail",
    },
    "trail-classic-selector": {
      title: "The trail's selector is one that checkers read",
      expected: "A classic event selector.",
      remedy:
        "Alerts arrive all the same. Where Steampipe, Powerpipe or the benchmark's own audit must pass, use a classic selector.",
      source: "CIS 4.7 audit, event selectors; Steampipe, Powerpipe",
      otherwise: "warn",
    },
    "trail-kms-events": {
      title: "The trail does not leave out the events of KMS",
      expected: "kms.amazonaws.com is not among the excluded event sources.",
      remedy: "aws cloudtrail put-event-selectors without kms.amazonaws.com in ExcludeManagementEventSources.",
      source: "CloudWatch.7",
      otherwise: "fail",
    },
    "trail-log-file-validation": {
      title: "The trail's files are validated",
      expected: "LogFileValidationEnabled is true.",
      remedy: "aws cloudtrail update-trail --enable-log-file-validation --name with the trail's ARN.",
      source: "CIS 3.2; Checkov",
      otherwise: "warn",
    },
  },
  judge: ({ target, seen }) =>
    target.trail && seen.trails
      ? onAnswer(seen.trails, { id: "trail-feeds-log-group", resource: target.trail.logGroup }, (found, at) =>
          judgeTrails(found, target.trail?.logGroup ?? "", { seen, at }),
        )
      : [],
};

type Found = Extract<NonNullable<Seen["trails"]>, { ok: true }>["value"];

/** Where several trails feed the log group, the one with the fewest faults counts: the events of that one arrive. */
function judgeTrails(
  { feeding, others }: Found,
  logGroup: string,
  { seen, at }: { seen: Seen; at: string },
): readonly Ruling[] {
  const faults = (rulings: readonly Ruling[]) => rulings.filter((ruling) => "fault" in ruling || !ruling.holds).length;
  const [best] = feeding.map((one) => judgeTrail(one, seen.at, at)).sort((a, b) => faults(a) - faults(b));
  const id = "trail-feeds-log-group";
  if (best)
    return [
      {
        id,
        at,
        resource: logGroup,
        holds: true,
        evidence: `${namesOf(feeding.map((one) => one.trail))} writes to ${logGroup}.`,
      },
      ...best,
    ];
  const seenInstead = others.length > 0 ? `; seen: ${namesOf(others)}` : "; the account has no trail in this region";
  return [{ id, at, resource: logGroup, holds: false, evidence: `No trail writes to ${logGroup}${seenInstead}.` }];
}

const namesOf = (trails: readonly SeenTrail["trail"][]): string =>
  trails.map(({ TrailARN, Name }) => TrailARN ?? Name).join(", ");

function judgeTrail({ trail, status, selectors }: SeenTrail, now: string, at: string): readonly Ruling[] {
  const resource = trail.TrailARN;
  const multiRegion = trail.IsMultiRegionTrail === true;
  const validated = trail.LogFileValidationEnabled === true;
  return [
    {
      id: "trail-multi-region",
      at,
      resource,
      holds: multiRegion,
      evidence: multiRegion ? "It records every region." : `It records ${trail.HomeRegion ?? "its own region"} alone.`,
    },
    ...judgeStatus(status, resource, now),
    ...judgeSelectors(selectors, resource),
    {
      id: "trail-log-file-validation",
      at,
      resource,
      holds: validated,
      evidence: `Log file validation is ${validated ? "on" : "off"}.`,
    },
  ];
}

const judgeStatus = (status: SeenTrail["status"], resource: string | undefined, now: string) =>
  onAnswer(
    status,
    { id: "trail-logging", resource },
    ({ IsLogging, LatestCloudWatchLogsDeliveryTime: last, LatestCloudWatchLogsDeliveryError: error }, at) => [
      {
        id: "trail-logging",
        at,
        resource,
        holds: IsLogging === true,
        evidence: IsLogging ? "It is logging." : "It does not log.",
      },
      {
        id: "trail-delivers",
        at,
        resource,
        holds: last !== undefined && Date.parse(now) - last.getTime() < DAY_MS,
        evidence: `${last ? `Last delivery to CloudWatch Logs: ${last.toISOString()}` : "Nothing was ever delivered to CloudWatch Logs"}${error ? `, with the error ${error}` : ""}.`,
      },
    ],
  );

const judgeSelectors = (selectors: SeenTrail["selectors"], resource: string | undefined) =>
  onAnswer(selectors, { id: "trail-management-events", resource }, (found, at) => {
    const { form, missing, keepsKms } = selectedBy(found);
    return [
      {
        id: "trail-management-events",
        at,
        resource,
        holds: !missing,
        evidence: missing ? `Not all are recorded: ${missing}.` : `A selector of the ${form} form records all of them.`,
      },
      { id: "trail-classic-selector", at, resource, holds: form === "classic", evidence: `Its selectors are ${form}.` },
      {
        id: "trail-kms-events",
        at,
        resource,
        holds: keepsKms,
        evidence: keepsKms
          ? "KMS is not excluded."
          : "Its selector excludes kms.amazonaws.com: DisableKey and ScheduleKeyDeletion never arrive.",
      },
    ];
  });
