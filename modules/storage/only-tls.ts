import { bucketArn, type Locality, type Statement } from "../aws";

/** Refuses every call on a bucket that does not come over TLS. */
export const onlyTls = (at: Locality, bucket: string): Statement => ({
  Sid: "OnlyTls",
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [bucketArn(at, bucket), `${bucketArn(at, bucket)}/*`],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
});
