/*
 * The six parts of an ARN. `@aws-sdk/util-arn-parser` does the same, and loads half of the SDK to do it.
 * Source: "Amazon Resource Names (ARNs)" in the AWS General Reference.
 */

export interface ARN {
  readonly partition: string;
  readonly service: string;
  /** Empty where the service has no regions. */
  readonly region: string;
  readonly accountId: string;
  /** All that follows, colons included. */
  readonly resource: string;
}

/** Whether a text has the parts of an ARN. */
export const validate = (text: string): boolean => text.startsWith("arn:") && text.split(":").length >= 6;

/** The parts of an ARN; the text must be one. */
export function parse(text: string): ARN {
  const [, partition = "", service = "", region = "", accountId = "", ...resource] = text.split(":");
  return { partition, service, region, accountId, resource: resource.join(":") };
}

export const build = ({ partition, service, region, accountId, resource }: ARN): string =>
  ["arn", partition, service, region, accountId, resource].join(":");
