import type { Locality } from "./arn";
import type { Partition } from "./regions";

/** The console's domain in each partition. Source: AWS General Reference, "AWS service endpoints" of the partitions. */
const CONSOLE: Readonly<Record<Partition, string>> = {
  aws: "console.aws.amazon.com",
  "aws-cn": "console.amazonaws.cn",
  "aws-us-gov": "console.amazonaws-us-gov.com",
};

const page = ({ partition, region }: Omit<Locality, "account">, service: string, rest: string): string =>
  `https://${region}.${CONSOLE[partition]}/${service}/home?region=${region}#${rest}`;

/** Where the console shows an event of CloudTrail. */
export const eventPage = (at: Omit<Locality, "account">, eventId: string): string =>
  page(at, "cloudtrailv2", `/events/${eventId}`);

/** Where the console shows a key. */
export const keyPage = (at: Omit<Locality, "account">, keyId: string): string => page(at, "kms", `/kms/keys/${keyId}`);
