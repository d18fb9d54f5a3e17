import type { Locality } from "./arn";
import type { Partition } from "./regions";

/** What the names of services that are known by their endpoint end with. */
export const DNS_SUFFIX: Readonly<Record<Partition, string>> = {
  aws: "amazonaws.com",
  "aws-cn": "amazonaws.com.cn",
  "aws-us-gov": "amazonaws.com",
};

/** Services as policies and CloudTrail's records name them; the same in every partition. */
export const SERVICE = {
  chatbot: "chatbot.amazonaws.com",
  cloudtrail: "cloudtrail.amazonaws.com",
  cloudwatch: "cloudwatch.amazonaws.com",
  events: "events.amazonaws.com",
  kms: "kms.amazonaws.com",
  s3: "s3.amazonaws.com",
  scheduler: "scheduler.amazonaws.com",
  sns: "sns.amazonaws.com",
} as const;

/**
 * The principal of CloudWatch Logs, which has one in every region.
 *
 * Source: CloudWatch Logs User Guide, "Encrypt log data in CloudWatch Logs using AWS KMS".
 */
export const logsPrincipal = ({ region, partition }: Locality): string => `logs.${region}.${DNS_SUFFIX[partition]}`;
