import {
  bucketArn,
  type IdentityStatement,
  type Locality,
  type PolicyDocument,
  policy,
  SERVICE,
  type TrustStatement,
} from "../aws";
import type { StateBucket, StateReplica } from "../fleet";

/** Lets S3 take the role of a copy, for buckets of the account alone. */
export const replicationTrust = (account: string): PolicyDocument<TrustStatement> =>
  policy({
    Sid: "OnlyS3Replicates",
    Effect: "Allow",
    Principal: { Service: SERVICE.s3 },
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:SourceAccount": account } },
  });

/**
 * What S3 needs to copy the states.
 *
 * Source: S3 User Guide, "Setting up permissions for live replication".
 */
export function replicationPolicy(
  { bucket, region, key }: StateBucket,
  replica: StateReplica,
  at: Locality,
): PolicyDocument<IdentityStatement> {
  const allow = (
    Sid: string,
    Action: readonly string[],
    Resource: string,
    Condition?: IdentityStatement["Condition"],
  ) => ({ Sid, Effect: "Allow", Action, Resource, ...(Condition && { Condition }) }) as const;
  const [from, to] = [bucketArn(at, bucket), bucketArn(at, replica.bucket)];
  const through = (service: string) => ({ StringEquals: { "kms:ViaService": `s3.${service}.amazonaws.com` } });
  return policy(
    allow("ReadBucket", ["s3:GetReplicationConfiguration", "s3:ListBucket"], from),
    allow(
      "ReadStates",
      ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"],
      `${from}/*`,
    ),
    allow("WriteCopies", ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"], `${to}/*`),
    ...(key ? [allow("Decrypt", ["kms:Decrypt"], "*", through(region))] : []),
    ...(replica.keyArn ? [allow("Encrypt", ["kms:Encrypt"], replica.keyArn, through(replica.region))] : []),
  );
}
