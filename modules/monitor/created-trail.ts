import { Cloudtrail } from "@cdktf/provider-aws/lib/cloudtrail";
import { Construct } from "constructs";
import type { Locality } from "../aws";
import type { MadeTrail, TargetTrail } from "../fleet";
import { TRAIL_ADDRESS } from "../names";
import { PrivateBucket } from "../storage";
import { trailBucketPolicy } from "./trail-bucket-policy";
import { TrailDelivery } from "./trail-delivery";
import { TrailKey } from "./trail-key";
import { atTrailAddress } from "./trail-resource";

/** Days in which an event that was overwritten or deleted can be had back. */
const DAYS_OF_OLD_VERSIONS = 365;

export interface CreatedTrailProps {
  readonly trail: TargetTrail;
  readonly created: MadeTrail;
  readonly at: Locality;
}

/**
 * A trail where there is none, with all that it writes to: every management event of every region, validated, encrypted,
 * into a bucket and a log group. Its event selector is a classic one, which the audit of CIS AWS Foundations 4.7 asks for.
 */
export class CreatedTrail extends Construct {
  /** By reference, so that what watches the log group waits for it. */
  readonly logGroupName: string;

  constructor(scope: Construct, { trail: { logGroup }, created, at }: CreatedTrailProps) {
    super(scope, TRAIL_ADDRESS);
    const { arn: keyArn } = new TrailKey(this, { created, logGroup, at });
    const bucket = new PrivateBucket(this, {
      address: TRAIL_ADDRESS,
      name: created.bucket,
      key: keyArn,
      keepDays: DAYS_OF_OLD_VERSIONS,
      policy: trailBucketPolicy(created, at),
    });
    const delivery = new TrailDelivery(this, { created, logGroup, keyArn, at });
    atTrailAddress(
      new Cloudtrail(this, "trail", {
        name: created.name,
        isMultiRegionTrail: true,
        includeGlobalServiceEvents: true,
        enableLogging: true,
        enableLogFileValidation: true,
        eventSelector: [{ readWriteType: "All", includeManagementEvents: true }],
        kmsKeyId: keyArn,
        s3BucketName: bucket.name,
        cloudWatchLogsGroupArn: `${delivery.logGroup.arn}:*`,
        cloudWatchLogsRoleArn: delivery.role.arn,
        dependsOn: [bucket.policy, delivery.policy],
      }),
    );
    this.logGroupName = delivery.logGroup.name;
  }
}
