import { bucketArn, type Locality, onlyTls, type Statement } from "../aws";

/** Refuses every call on a bucket and what is in it that does not come over TLS. */
export const bucketOnlyTls = (at: Locality, bucket: string): Statement =>
  onlyTls("s3:*", [bucketArn(at, bucket), `${bucketArn(at, bucket)}/*`]);
