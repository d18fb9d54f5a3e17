import { z } from "zod";
import {
  CATALOGUE,
  COMPARISONS,
  type ControlId,
  MISSING_DATA,
  PATTERN_CHOICES,
  SEVERITIES,
  STATISTICS,
} from "../../controls";
import { MAX_LENGTH } from "../../controls/filter-pattern";
import { ADOPTABLE_OF_CONTROL, adoptSchema } from "./adopt";
import { anyBytes, anyText, count, says, text } from "./text";

const filter = z
  .strictObject({
    name: text(
      /^[^:*\s](?:[^:*]{0,510}[^:*\s])?$/,
      "a metric filter name: 1 to 512 characters without : and *",
      "Leave out : and *, and blanks at the ends.",
    )
      .optional()
      .describe("Name of the metric filter."),
    pattern: anyText(MAX_LENGTH, "a filter pattern").optional().describe("CloudWatch Logs filter pattern."),
  })
  .describe("The metric filter.");

const metricName = (what: string) =>
  text(
    /^[^:*$\p{Cc}]{1,255}$/u,
    `${what}: 1 to 255 characters without : * and $`,
    "Leave out : * and $ and control characters.",
  );

const metric = z
  .strictObject({
    name: metricName("a metric name").optional().describe("Name of the metric."),
    namespace: metricName("a namespace")
      .refine((value) => !value.startsWith("AWS/"), {
        error: says("a namespace that does not start with AWS/", "AWS/ is kept for AWS itself: choose another name."),
      })
      .optional()
      .describe("Namespace of the metric."),
    value: text(
      /^(-?\d+(\.\d+)?|\$\.\S{1,90})$/,
      'a number in quotes, or a selector such as "$.size"',
      'Write "1" to count events.',
    )
      .optional()
      .describe("What one event adds."),
    defaultValue: z
      .number()
      .optional()
      .describe("What the metric reports when log events came and none matched; `0` counts as a value."),
  })
  .describe("The metric that the filter feeds.");

const alarm = z
  .strictObject({
    name: anyBytes(255, "an alarm name")
      .optional()
      .describe("Name of the alarm; `{account}` and `{region}` are filled in."),
    description: anyBytes(1024, "a description")
      .optional()
      .describe("Text of the alarm; `{account}` and `{region}` are filled in."),
    statistic: z.enum(STATISTICS).optional().describe("What is made of the values of one period."),
    period: z
      .number()
      .refine((value) => value > 0 && value % 60 === 0, {
        error: says("seconds: a multiple of 60", "Write 300 for five minutes."),
      })
      .optional()
      .describe("Length of a period in seconds."),
    threshold: z.number().optional().describe("What the statistic is compared with."),
    comparison: z.enum(COMPARISONS).optional().describe("How it is compared."),
    evaluationPeriods: count(1, 1440, "periods").optional().describe("Periods that are looked at."),
    datapointsToAlarm: count(1, 1440, "periods").optional().describe("How many of them must breach; without it, all."),
    missingData: z.enum(MISSING_DATA).optional().describe("What a period without data counts as."),
    actionsEnabled: z.boolean().optional().describe("Whether the alarm acts at all."),
  })
  .describe("The alarm on that metric.");

const overrides = z
  .strictObject({
    severity: z.enum(SEVERITIES).optional().describe("How bad it is."),
    pattern: z
      .enum(PATTERN_CHOICES)
      .optional()
      .describe(
        "Whose pattern: the benchmark's to the letter, or what the tools ask for that check it, where that differs; `filter.pattern` goes before both.",
      )
      .meta({ default: "benchmark" }),
    filter: filter.optional(),
    metric: metric.optional(),
    alarm: alarm.optional(),
    adopt: adoptSchema(ADOPTABLE_OF_CONTROL)
      .optional()
      .describe("What of this control exists already and is taken over; without it, what the target's `adopt` says."),
  })
  .describe("What differs from the catalogue's entry; the control is on.");

/** What a config may change in an entry of the catalogue. */
export type ControlOverrides = z.infer<typeof overrides>;

/** What a config says of one control. */
export const controlSchema = z.union([z.boolean(), overrides]);

export const controlsSchema = z.strictObject(
  Object.fromEntries(CATALOGUE.map(({ id, title }) => [id, controlSchema.optional().describe(`${title}.`)])) as Record<
    ControlId,
    z.ZodOptional<typeof controlSchema>
  >,
);
