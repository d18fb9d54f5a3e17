import {
  keyGuard,
  type Locality,
  logGroupArn,
  logsPrincipal,
  type PolicyDocument,
  policy,
  SERVICE,
  type Statement,
} from "../aws";
import type { MadeTrail } from "../fleet";

/** What CloudWatch Logs needs of the key of an encrypted log group. */
const LOG_GROUP_USE = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];

/**
 * The policy of the key of a trail: guarded by its keepers, and used by CloudTrail for this trail and by CloudWatch Logs for
 * its log group. `kms:Decrypt` is what CloudTrail needs where the bucket has an S3 Bucket Key.
 *
 * Source: CloudTrail User Guide, "Configure AWS KMS key policies for CloudTrail"; CloudWatch Logs User Guide, "Encrypt log
 * data in CloudWatch Logs using AWS KMS".
 */
export function trailKeyPolicy({ arn, keepers }: MadeTrail, logGroup: string, at: Locality): PolicyDocument {
  const trail = (Sid: string, Action: string | string[], context: Record<string, string>): Statement => ({
    Sid,
    Effect: "Allow",
    Principal: { Service: SERVICE.cloudtrail },
    Action,
    Resource: "*",
    Condition: { StringEquals: { "aws:SourceArn": arn, ...context } },
  });
  return policy(
    ...keyGuard(keepers, at),
    trail("TrailEncrypts", "kms:GenerateDataKey*", { "kms:EncryptionContext:aws:cloudtrail:arn": arn }),
    trail("TrailUsesBucketKey", ["kms:Decrypt", "kms:DescribeKey"], {}),
    {
      Sid: "LogGroupUses",
      Effect: "Allow",
      Principal: { Service: logsPrincipal(at) },
      Action: LOG_GROUP_USE,
      Resource: "*",
      Condition: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": logGroupArn(at, logGroup) } },
    },
  );
}
