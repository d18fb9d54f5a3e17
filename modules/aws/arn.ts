import type { Partition } from "./regions";

/**
 * The six parts of an ARN. `@aws-sdk/util-arn-parser` does the same, and loads half of the SDK to do it.
 *
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

/** An account in a region of a partition: what most ARNs are made of. */
export interface Locality {
  readonly partition: Partition;
  readonly region: string;
  readonly account: string;
}

/** The parts of an ARN, or undefined where the text is none. */
export function parseArn(text: string): ARN | undefined {
  const [prefix, partition = "", service = "", region = "", accountId = "", ...resource] = text.split(":");
  if (prefix !== "arn" || resource.length === 0) return undefined;
  return { partition, service, region, accountId, resource: resource.join(":") };
}

const arnIn = ({ partition, region, account }: Locality, service: string, resource: string): string =>
  ["arn", partition, service, region, account, resource].join(":");

/** The ARN of a log group, without the `:*` that some APIs add. */
export const logGroupArn = (at: Locality, name: string): string => arnIn(at, "logs", `log-group:${name}`);

/** The ARN of the streams of a log group whose names start with a text. */
export const logStreamArn = (at: Locality, logGroup: string, prefix: string): string =>
  `${logGroupArn(at, logGroup)}:log-stream:${prefix}*`;

export const topicArn = (at: Locality, name: string): string => arnIn(at, "sns", name);

/** The ARN of an alarm; `*` as name stands for every alarm of the place. */
export const alarmArn = (at: Locality, name: string): string => arnIn(at, "cloudwatch", `alarm:${name}`);

/** The ARN of an EventBridge rule, on the default bus unless another is named; `*` as name stands for every rule of the place. */
export const ruleArn = (at: Locality, name: string, bus?: string): string =>
  arnIn(at, "events", ["rule", ...(bus === undefined ? [] : [bus]), name].join("/"));

export const eventBusArn = (at: Locality, name: string): string => arnIn(at, "events", `event-bus/${name}`);

export const queueArn = (at: Locality, name: string): string => arnIn(at, "sqs", name);

/** The ARN of the group of EventBridge Scheduler that schedules are in which name none. */
export const defaultScheduleGroupArn = (at: Locality): string => arnIn(at, "scheduler", "schedule-group/default");

export const trailArn = (at: Locality, name: string): string => arnIn(at, "cloudtrail", `trail/${name}`);

/** The ARN of a bucket; S3 names are known worldwide and have neither region nor account. */
export const bucketArn = (at: Locality, name: string): string => arnIn({ ...at, region: "", account: "" }, "s3", name);

/** The ARN of a role, its path in front of its name; IAM has no regions. */
export const roleArn = (at: Locality, pathAndName: string): string =>
  arnIn({ ...at, region: "" }, "iam", `role/${pathAndName}`);

/** The ARN of a policy of an account, its path in front of its name. */
export const policyArn = (at: Locality, pathAndName: string): string =>
  arnIn({ ...at, region: "" }, "iam", `policy/${pathAndName}`);

/** The ARN of a policy that AWS itself manages, in every account. */
export const managedPolicyArn = (at: Locality, name: string): string => policyArn({ ...at, account: "aws" }, name);

/** The ARN of a dashboard; CloudWatch shows it in every region. */
export const dashboardArn = (at: Locality, name: string): string =>
  arnIn({ ...at, region: "" }, "cloudwatch", `dashboard/${name}`);

/** The ARN of a schedule in the default group. */
export const scheduleArn = (at: Locality, name: string): string => arnIn(at, "scheduler", `schedule/default/${name}`);

/** The ARN of a StackSet, which ends in an id that AWS makes up. */
export const stackSetArn = (at: Locality, name: string): string => arnIn(at, "cloudformation", `stackset/${name}:*`);

/** The ARN by which IAM asks whether a StackSet may work in an organizational unit or account, from whichever region. */
export const stackSetTargetArn = (at: Locality, name: string, unit: string): string =>
  arnIn({ ...at, region: "*" }, "cloudformation", `stackset-target/${name}:*/${unit}`);

/** The ARN by which IAM asks whether a StackSet may make resources of a type of AWS: `AWS::IAM::Role`. */
export const resourceTypeArn = (at: Locality, type: string): string =>
  arnIn({ ...at, region: "*", account: "" }, "cloudformation", `type/resource/${type.replaceAll("::", "-")}`);

/** The ARN of a key; `*` as id stands for every key of the place. */
export const keyArn = (at: Locality, id: string): string => arnIn(at, "kms", `key/${id}`);

/** The ARN of a key's alias, which starts with `alias/`. */
export const aliasArn = (at: Locality, alias: string): string => arnIn(at, "kms", alias);

/** Whether a key, by its id, alias or ARN, is one that AWS manages, of which nobody can change the policy. */
export const isManagedByAws = (keyId: string): boolean => /(^|:)alias\/aws\//.test(keyId);

/** The ARN of a chat channel's configuration; its account has one of a name, in no region. */
export const chatArn = (at: Locality, type: string, name: string): string =>
  arnIn({ ...at, region: "" }, "chatbot", `chat-configuration/${type}/${name}`);

/** The ARN with which an account knows an OIDC provider; IAM has no regions. */
export const oidcProviderArn = (at: Locality, host: string): string =>
  arnIn({ ...at, region: "" }, "iam", `oidc-provider/${host}`);

/** The principal that stands for an account and whomever its own policies let in. */
export const accountRoot = (at: Locality): string => arnIn({ ...at, region: "" }, "iam", "root");
