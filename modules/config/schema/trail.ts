import { z } from "zod";
import { DEFAULT_RETENTION_DAYS } from "../defaults";
import { bucketName, says, text } from "./text";

/** Retention times that CloudWatch Logs offers, in days (API `PutRetentionPolicy`). */
const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

const logGroup = text(
  /^[.\-_/#A-Za-z0-9]{1,512}$/,
  "a log group name: 1 to 512 letters, digits and . - _ / #",
  "Write the name as CloudWatch shows it, such as aws-controltower/CloudTrailLogs, not the ARN.",
);

/** The trail whose events are watched. */
export const trailSchema = z.union([
  z
    .strictObject({
      logGroup: logGroup.describe(
        "CloudWatch log group that CloudTrail writes to, in the target's account and region.",
      ),
      organization: z
        .boolean()
        .optional()
        .describe("The trail records every account of the organization; the alarm's text says so.")
        .meta({ default: false }),
    })
    .describe("A trail that exists."),
  z
    .strictObject({
      create: z
        .strictObject({
          name: text(
            /^(?=.{3,128}$)[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/,
            "a trail name: 3 to 128 letters and digits, with single . _ or - between them",
            "Start and end with a letter or a digit, and put no two of . _ - side by side.",
          )
            .optional()
            .describe("Name of the trail.")
            .meta({ default: "<name>-trail" }),
          bucket: bucketName
            .optional()
            .describe("Name of the bucket that keeps the events.")
            .meta({ default: "<name>-logs-<account>-<region>" }),
          logGroup: logGroup
            .optional()
            .describe("Name of the log group that the trail writes to.")
            .meta({ default: "<name>/trail" }),
          retentionDays: z
            .literal(RETENTION_DAYS, {
              error: says(
                `days that CloudWatch Logs knows: ${RETENTION_DAYS.join(", ")}`,
                "Choose one; 365 or more passes audits.",
              ),
            })
            .optional()
            .describe("Days that the log group keeps events.")
            .meta({ default: DEFAULT_RETENTION_DAYS }),
        })
        .describe("What the trail is called and how long it keeps its events. It costs money: see the README."),
    })
    .describe("A trail of all regions that the stack makes, where there is none."),
]);
