import { type Link, onAnswer } from "./link";
import { judgeTrails } from "./trail-rulings";

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
  judge: ({ target: { trail }, seen }) =>
    trail && seen.trails
      ? onAnswer(seen.trails, { id: "trail-feeds-log-group", resource: trail.logGroup }, (found, at) =>
          judgeTrails(found, trail.logGroup, at, seen.at),
        )
      : [],
};
