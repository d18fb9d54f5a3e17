import type { Need, Scope } from "../need";
import { TRAIL_BUCKET } from "../scopes";

/** What the resources of S3 ask for on buckets. A bucket is read with all that could be set on it. */
export const bucketNeeds = <P>(scope: Scope<P>) =>
  ({
    aws_s3_bucket: [
      {
        scope,
        read: [
          "s3:ListBucket",
          "s3:GetAccelerateConfiguration",
          "s3:GetBucketAcl",
          "s3:GetBucketCORS",
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
        write: ["s3:CreateBucket", "s3:PutBucketTagging"],
        end: ["s3:DeleteBucket"],
      },
    ],
    aws_s3_bucket_lifecycle_configuration: [
      { scope, read: ["s3:GetLifecycleConfiguration"], write: ["s3:PutLifecycleConfiguration"] },
    ],
    aws_s3_bucket_ownership_controls: [
      { scope, read: ["s3:GetBucketOwnershipControls"], write: ["s3:PutBucketOwnershipControls"] },
    ],
    aws_s3_bucket_policy: [
      { scope, read: ["s3:GetBucketPolicy"], write: ["s3:PutBucketPolicy"], end: ["s3:DeleteBucketPolicy"] },
    ],
    aws_s3_bucket_public_access_block: [
      { scope, read: ["s3:GetBucketPublicAccessBlock"], write: ["s3:PutBucketPublicAccessBlock"] },
    ],
    aws_s3_bucket_server_side_encryption_configuration: [
      { scope, read: ["s3:GetEncryptionConfiguration"], write: ["s3:PutEncryptionConfiguration"] },
    ],
    aws_s3_bucket_versioning: [{ scope, read: ["s3:GetBucketVersioning"], write: ["s3:PutBucketVersioning"] }],
  }) as const satisfies Record<string, readonly Need<P>[]>;

/** What the bucket of a trail asks for. */
export const S3 = bucketNeeds(TRAIL_BUCKET);
