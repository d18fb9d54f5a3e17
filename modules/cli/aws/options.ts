import { InvalidArgumentError, Option } from "commander";
import { parseArn } from "../../aws";
import { type Reached, roleOf, type Target } from "../../fleet";
import type { Call } from "../command";
import { positive } from "../numbers";
import type { Pace } from "./each-target";

/** What every command that asks AWS takes. */
export interface AwsOptions {
  /** ARN of a role that is assumed in place of the config's; with the placeholders of the config. */
  readonly role?: string;
  readonly concurrency: number;
  /** Seconds that one target has. */
  readonly timeout: number;
}

/** Reads the ARN of a role, in which placeholders may stand. */
function roleTemplate(text: string): string {
  const { service, resource = "" } = parseArn(text) ?? {};
  if (service === "iam" && resource.startsWith("role/")) return text;
  throw new InvalidArgumentError("The ARN of a role is expected; {account} may stand for the account's id in it.");
}

/** Another role than the config's. */
export const ROLE_OPTION = new Option(
  "--role <arn>",
  "role to assume in place of the config's, such as arn:aws:iam::{account}:role/keywatch-audit",
).argParser(roleTemplate);

/** The options of every command that asks AWS of many targets. */
export const AWS_OPTIONS: readonly Option[] = [
  ROLE_OPTION,
  new Option("--concurrency <number>", "targets asked at a time").argParser(positive).default(16),
  new Option("--timeout <seconds>", "time that one target has").argParser(positive).default(120),
];

/** The target with the role that is asked for in place of its own. */
export const withRole = <P extends Reached>(target: P, role: string | undefined): P =>
  role === undefined
    ? target
    : {
        ...target,
        ...roleOf(
          { arn: role, stsRegion: target.stsRegion },
          { ...target, account: target.account.id, stack: target.stackId },
        ),
      };

/** How a command asks its targets. From here on Ctrl-C ends what is under way, and what was answered is told. */
export const paceOf = <P = Target>(
  { options, interrupted }: Call<AwsOptions>,
  done: NonNullable<Pace<P>["done"]>,
): Pace<P> => ({
  concurrency: options.concurrency,
  timeout: options.timeout * 1000,
  signal: interrupted(),
  done,
});
