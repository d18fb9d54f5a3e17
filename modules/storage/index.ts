/** Buckets: what every one of them has, and those that keep the fleet's states. */
export { bucketOnlyTls } from "./bucket-only-tls";
export { PrivateBucket, type PrivateBucketProps } from "./private-bucket";
export { StateReplication } from "./state-replication";
