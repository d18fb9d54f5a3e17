import type { Need } from "../need";
import { TRAIL_BUCKET } from "../scopes";

const onBucket = (read: readonly string[], write: readonly string[]): Need[] => [{ scope: TRAIL_BUCKET, read, write }];

/** What the resources of S3 ask for. A bucket is read with all that could be set on it. */
export const S3: Readonly<Record<string, readonly Need[]>> = {
  aws_s3_bucket: onBucket(
    [
      "s3:ListBucket",
      "s3:GetAccelerateConfiguration",
      "s3:GetBucketAcl",
      "s3:GetBucketCORS",
      "s3:GetBucketLocation",
      "s3:GetBucketLogging",
      "s3:GetBucketObjectLockConfiguration",
      "s3:GetBucketPolicy",
      "s3:GetBucketRequestPayment",
      "s3:GetBucketTagging",
      "s3:GetBucketVersioning",
      "s3:GetBucketWebsite",
      "s3:GetEncryptionConfiguration",
      "s3:GetLifecycleConfiguration",
      "s3:GetReplicationConfiguration",
    ],
    ["s3:CreateBucket", "s3:DeleteBucket", "s3:PutBucketTagging"],
  ),
  aws_s3_bucket_lifecycle_configuration: onBucket(["s3:GetLifecycleConfiguration"], ["s3:PutLifecycleConfiguration"]),
  aws_s3_bucket_ownership_controls: onBucket(["s3:GetBucketOwnershipControls"], ["s3:PutBucketOwnershipControls"]),
  aws_s3_bucket_policy: onBucket(["s3:GetBucketPolicy"], ["s3:PutBucketPolicy", "s3:DeleteBucketPolicy"]),
  aws_s3_bucket_public_access_block: onBucket(["s3:GetBucketPublicAccessBlock"], ["s3:PutBucketPublicAccessBlock"]),
  aws_s3_bucket_server_side_encryption_configuration: onBucket(
    ["s3:GetEncryptionConfiguration"],
    ["s3:PutEncryptionConfiguration"],
  ),
  aws_s3_bucket_versioning: onBucket(["s3:GetBucketVersioning"], ["s3:PutBucketVersioning"]),
};
