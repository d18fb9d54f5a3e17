import { z } from "zod";

/**
 * The two sentences of a grammar's error: what was expected, and how to mend it. They travel as one text through zod
 * and are parted again in `schema-problems.ts`.
 */
export const says = (expected: string, remedy: string): string => `${expected}\n${remedy}`;

/** A text that must match a pattern. */
export const text = (pattern: RegExp, expected: string, remedy: string) =>
  z.string().regex(pattern, { error: says(expected, remedy) });

/** Any text of one line or more, up to a number of characters, that is not blank. */
export const anyText = (most: number, what: string) =>
  text(
    new RegExp(`^(?=[\\s\\S]*\\S)[\\s\\S]{1,${most}}$`, "u"),
    `${what}: 1 to ${most} characters`,
    `Write at least one and at most ${most} characters.`,
  );

/** The same where the provider counts bytes: a letter outside ASCII takes two to four. */
export const anyBytes = (most: number, what: string) =>
  anyText(most, what).refine((value) => value.length > most || Buffer.byteLength(value) <= most, {
    error: says(`${what}: at most ${most} bytes`, "Shorten it: a letter outside ASCII takes two to four bytes."),
  });

/** A list that holds something, the least of which is called such as `one account`. */
export const nonEmpty = <T extends z.ZodType>(entry: T, what: string, remedy: string) =>
  z.array(entry).min(1, { error: says(`${what} or more`, remedy) });

/** A whole number within bounds, both included. */
export const count = (least: number, most: number, what: string) =>
  z
    .number()
    .refine((value) => Number.isInteger(value) && value >= least && value <= most, {
      error: says(`${what}: a whole number from ${least} to ${most}`, `Write a number from ${least} to ${most}.`),
    })
    .meta({ type: "integer", minimum: least, maximum: most });

/** An ARN of one service, in which placeholders may stand for partition, region and account. */
export const arn = (service: string, resource: string, example: string) =>
  text(
    new RegExp(
      `^arn:(aws|aws-cn|aws-us-gov|\\{partition\\}):${service}:${regionOf(service)}:(\\d{12}|\\{account\\}):${resource}$`,
    ),
    `an ARN such as ${example}`,
    "Copy the ARN from the AWS console; {account}, {region} and {partition} may stand for their parts.",
  );

/** IAM is the same in all regions, and its ARNs name none. */
const regionOf = (service: string): string => (service === "iam" ? "" : "([a-z0-9-]+|\\{region\\})");

export const accountId = text(
  /^\d{12}$/,
  "an account id: 12 digits",
  'Write the 12 digits in quotes, such as "111111111111".',
);

export const regionName = anyText(64, "a region");

export const bucketName = text(
  /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  "a bucket name: 3 to 63 lower-case letters, digits, dots and hyphens",
  "Write the name alone, without s3:// and without a path.",
);

/** The name of an environment variable whose value Terraform reads as `TF_VAR_<name>`. */
export const secretSchema = z.strictObject({
  fromEnv: text(
    /^(?!(source|version|providers|count|for_each|lifecycle|depends_on|locals)$)[A-Za-z_][A-Za-z0-9_]*$/,
    "the name of a variable: letters, digits and _, no digit first, and no word that Terraform keeps for itself",
    'Write a name such as { fromEnv: "ALERT_WEBHOOK" } and give Terraform its value as TF_VAR_ALERT_WEBHOOK.',
  ).describe("Name of the Terraform variable; its value comes from the environment as `TF_VAR_<name>`."),
});

/** A text that may stand in the file, or `{ fromEnv }` where it must not. */
export const orSecret = <T extends z.ZodType>(value: T) => z.union([value, secretSchema]);

/** A value that stays out of every file: a sensitive Terraform variable of this name. */
export type Secret = z.infer<typeof secretSchema>;
