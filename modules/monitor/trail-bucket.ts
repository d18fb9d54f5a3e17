import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import type { Locality } from "../aws";
import type { MadeTrail } from "../fleet";
import { trailBucketPolicy } from "./trail-bucket-policy";
import { atTrailAddress } from "./trail-resource";

/** Days in which an event that was overwritten or deleted can be had back. */
const DAYS_OF_OLD_VERSIONS = 365;

/** Days after which an upload that never ended is dropped. */
const DAYS_OF_UPLOADS = 7;

export interface TrailBucketProps {
  readonly created: MadeTrail;
  readonly keyArn: string;
  readonly at: Locality;
}

/** The bucket that keeps a trail's events: private, encrypted, versioned, and emptied by nobody but its keepers. */
export class TrailBucket extends Construct {
  readonly name: string;
  /** What CloudTrail needs before it can write. */
  readonly policy: S3BucketPolicy;

  constructor(scope: Construct, { created, keyArn, at }: TrailBucketProps) {
    super(scope, "bucket");
    this.name = atTrailAddress(new S3Bucket(this, "bucket", { bucket: created.bucket, forceDestroy: false })).bucket;
    this.encrypt(keyArn);
    this.keepVersions();
    this.policy = this.protect(created, at);
  }

  private encrypt(keyArn: string): void {
    atTrailAddress(
      new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
        bucket: this.name,
        rule: [
          {
            applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
            bucketKeyEnabled: true,
          },
        ],
      }),
    );
  }

  private keepVersions(): void {
    const versioning = atTrailAddress(
      new S3BucketVersioningA(this, "versioning", {
        bucket: this.name,
        versioningConfiguration: { status: "Enabled" },
      }),
    );
    atTrailAddress(
      new S3BucketLifecycleConfiguration(this, "lifecycle", {
        bucket: this.name,
        rule: [
          {
            id: "old-versions",
            status: "Enabled",
            filter: [{ prefix: "" }],
            noncurrentVersionExpiration: [{ noncurrentDays: DAYS_OF_OLD_VERSIONS }],
            abortIncompleteMultipartUpload: [{ daysAfterInitiation: DAYS_OF_UPLOADS }],
          },
        ],
        dependsOn: [versioning],
      }),
    );
  }

  /** Closes the bucket to the public, then opens it to CloudTrail: S3 refuses to change both at once. */
  private protect(created: MadeTrail, at: Locality): S3BucketPolicy {
    const access = atTrailAddress(
      new S3BucketPublicAccessBlock(this, "access", {
        bucket: this.name,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      }),
    );
    const ownership = atTrailAddress(
      new S3BucketOwnershipControls(this, "ownership", {
        bucket: this.name,
        rule: { objectOwnership: "BucketOwnerEnforced" },
        dependsOn: [access],
      }),
    );
    return atTrailAddress(
      new S3BucketPolicy(this, "policy", {
        bucket: this.name,
        policy: JSON.stringify(trailBucketPolicy(created, at)),
        dependsOn: [ownership],
      }),
    );
  }
}
