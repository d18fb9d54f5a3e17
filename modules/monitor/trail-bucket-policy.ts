import { bucketArn, type Locality, type PolicyDocument, policy, SERVICE, type Statement } from "../aws";
import type { MadeTrail } from "../fleet";
import { bucketOnlyTls } from "../storage";

/** What takes events away, or lets others do so. */
const ENDING = [
  "s3:DeleteBucket",
  "s3:DeleteBucketPolicy",
  "s3:DeleteObject",
  "s3:DeleteObjectVersion",
  "s3:PutBucketPolicy",
  "s3:PutBucketVersioning",
  "s3:PutLifecycleConfiguration",
];

/**
 * The policy of a trail's bucket: CloudTrail writes the events of this trail, only the keepers may take any away, and
 * nothing goes without TLS. With no keeper known, every administrator may.
 *
 * Source: CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail".
 */
export function trailBucketPolicy({ arn, bucket, keepers }: MadeTrail, at: Locality): PolicyDocument {
  const bucketItself = bucketArn(at, bucket);
  const everything = [bucketItself, `${bucketItself}/*`];
  const trail = (Sid: string, Action: string, Resource: string, further: Record<string, string> = {}): Statement => ({
    Sid,
    Effect: "Allow",
    Principal: { Service: SERVICE.cloudtrail },
    Action,
    Resource,
    Condition: { StringEquals: { "aws:SourceArn": arn, ...further } },
  });
  const protection: Statement = {
    Sid: "OnlyKeepersTakeAway",
    Effect: "Deny",
    Principal: "*",
    Action: ENDING,
    Resource: everything,
    Condition: { ArnNotLike: { "aws:PrincipalArn": keepers } },
  };
  return policy(
    trail("TrailLooksForOwner", "s3:GetBucketAcl", bucketItself),
    trail("TrailWrites", "s3:PutObject", `${bucketItself}/AWSLogs/${at.account}/*`, {
      "s3:x-amz-acl": "bucket-owner-full-control",
    }),
    bucketOnlyTls(at, bucket),
    ...(keepers.length > 0 ? [protection] : []),
  );
}
