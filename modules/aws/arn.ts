import { type ARN, build, parse, validate } from "./arn-parts";
import type { Partition } from "./regions";

export type { ARN };

/** The parts of an ARN, or undefined where the text is none. */
export function parseArn(text: string): ARN | undefined {
  return validate(text) ? parse(text) : undefined;
}

/** The ARN of a log group, without the `:*` that some APIs add. */
export function logGroupArn(at: { partition: Partition; region: string; account: string; name: string }): string {
  return build({
    partition: at.partition,
    service: "logs",
    region: at.region,
    accountId: at.account,
    resource: `log-group:${at.name}`,
  });
}
