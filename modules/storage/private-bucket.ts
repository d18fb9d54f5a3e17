import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import type { PolicyDocument } from "../aws";
import { atAddress } from "../terraform";

/** Days after which an upload that never ended is dropped. */
const DAYS_OF_UPLOADS = 7;

export interface PrivateBucketProps {
  /** Terraform address, without their types, of the bucket and all that belongs to it. */
  readonly address: string;
  readonly name: string;
  /** Id, alias or ARN of the key that encrypts what is kept; without it S3's own encryption. */
  readonly key?: string;
  /** Days in which what was overwritten or deleted can be had back. */
  readonly keepDays: number;
  readonly policy: PolicyDocument;
  /** Where the bucket lies in another region than its stack. */
  readonly provider?: AwsProvider;
}

/** A bucket that nobody reaches from outside: private, encrypted, versioned, and not deleted while anything is in it. */
export class PrivateBucket extends Construct {
  readonly name: string;
  /** The bucket is ready to be written to once its policy is there. */
  readonly policy: S3BucketPolicy;
  readonly versioning: S3BucketVersioningA;

  constructor(
    scope: Construct,
    private readonly props: PrivateBucketProps,
  ) {
    super(scope, "bucket");
    const { address, name, provider } = props;
    this.name = atAddress(
      address,
      new S3Bucket(this, "bucket", { bucket: name, forceDestroy: false, provider }),
    ).bucket;
    this.encrypt();
    this.versioning = this.keepVersions();
    this.policy = this.protect();
  }

  private encrypt(): void {
    const { address, key, provider } = this.props;
    const byKey = { sseAlgorithm: "aws:kms", kmsMasterKeyId: key };
    const rule = key
      ? { applyServerSideEncryptionByDefault: byKey, bucketKeyEnabled: true }
      : { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } };
    atAddress(
      address,
      new S3BucketServerSideEncryptionConfigurationA(this, "encryption", { bucket: this.name, rule: [rule], provider }),
    );
  }

  private keepVersions(): S3BucketVersioningA {
    const { address, keepDays, provider } = this.props;
    const versioning = atAddress(
      address,
      new S3BucketVersioningA(this, "versioning", {
        bucket: this.name,
        versioningConfiguration: { status: "Enabled" },
        provider,
      }),
    );
    atAddress(
      address,
      new S3BucketLifecycleConfiguration(this, "lifecycle", {
        bucket: this.name,
        rule: [
          {
            id: "old-versions",
            status: "Enabled",
            filter: [{ prefix: "" }],
            noncurrentVersionExpiration: [{ noncurrentDays: keepDays }],
            abortIncompleteMultipartUpload: [{ daysAfterInitiation: DAYS_OF_UPLOADS }],
          },
        ],
        provider,
        dependsOn: [versioning],
      }),
    );
    return versioning;
  }

  /** Closes the bucket to the public, then opens it by its policy: S3 refuses to change both at once. */
  private protect(): S3BucketPolicy {
    const { address, policy, provider } = this.props;
    const access = atAddress(
      address,
      new S3BucketPublicAccessBlock(this, "access", {
        bucket: this.name,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
        provider,
      }),
    );
    const ownership = atAddress(
      address,
      new S3BucketOwnershipControls(this, "ownership", {
        bucket: this.name,
        rule: { objectOwnership: "BucketOwnerEnforced" },
        provider,
        dependsOn: [access],
      }),
    );
    return atAddress(
      address,
      new S3BucketPolicy(this, "policy", {
        bucket: this.name,
        policy: JSON.stringify(policy),
        provider,
        dependsOn: [ownership],
      }),
    );
  }
}
