import type { Locality } from "./arn";
import { DNS_SUFFIX } from "./principals";

/** The URL by which SQS knows a queue. Source: SQS Developer Guide, "Amazon SQS queue and message identifiers". */
export const queueUrl = ({ partition, region, account }: Locality, name: string): string =>
  `https://sqs.${region}.${DNS_SUFFIX[partition]}/${account}/${name}`;
