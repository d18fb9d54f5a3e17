import { cisControl } from "../define";

export const bucketPolicyChanges = cisControl({
  number: 8,
  name: "S3BucketPolicyChanges",
  title: "Ensure S3 bucket policy changes are monitored",
  severity: "medium",
  securityHub: "CloudWatch.8",
  pattern:
    "{ ($.eventSource = s3.amazonaws.com) && (($.eventName = PutBucketAcl) || ($.eventName = PutBucketPolicy) || ($.eventName = PutBucketCors) || ($.eventName = PutBucketLifecycle) || ($.eventName = PutBucketReplication) || ($.eventName = DeleteBucketPolicy) || ($.eventName = DeleteBucketCors) || ($.eventName = DeleteBucketLifecycle) || ($.eventName = DeleteBucketReplication)) }",
  subject: "bucket",
  meaning:
    "The policy, ACL, CORS, lifecycle or replication of an S3 bucket was changed: others may read it, or objects may go.",
  response:
    "Find the event in CloudTrail: caller and bucket. If nobody meant it, write the former policy back and look at the bucket's public access block.",
});
