import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3BucketReplicationConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration";
import { Construct } from "constructs";
import { bucketArn, type Locality, policy } from "../aws";
import type { StateBucket, StateReplica } from "../fleet";
import { replicaRoleName, STATE_ADDRESS } from "../names";
import { atAddress } from "../terraform";
import { bucketOnlyTls } from "./bucket-only-tls";
import { PrivateBucket } from "./private-bucket";
import { replicationPolicy, replicationTrust } from "./replication-policy";

export interface StateReplicationProps {
  readonly source: PrivateBucket;
  readonly state: StateBucket;
  readonly replica: StateReplica;
  readonly at: Locality;
  /** Of the copy's region. */
  readonly provider: AwsProvider;
}

/** Copies every version of every state into a bucket of another region. A deletion is copied too: versions stay. */
export class StateReplication extends Construct {
  constructor(scope: Construct, { source, state, replica, at, provider }: StateReplicationProps) {
    super(scope, "replication");
    const copy = new PrivateBucket(this, {
      address: STATE_ADDRESS.replica,
      name: replica.bucket,
      key: replica.keyArn,
      keepDays: state.keepDays,
      policy: policy(bucketOnlyTls(at, replica.bucket)),
      provider,
    });
    const role = atAddress(
      STATE_ADDRESS.replica,
      new IamRole(this, "role", {
        name: replicaRoleName(state.stackId),
        assumeRolePolicy: JSON.stringify(replicationTrust(state.account.id)),
      }),
    );
    const permission = atAddress(
      STATE_ADDRESS.replica,
      new IamRolePolicy(this, "permission", {
        name: "replicate",
        role: role.name,
        policy: JSON.stringify(replicationPolicy(state, replica, at)),
      }),
    );
    atAddress(
      STATE_ADDRESS.bucket,
      new S3BucketReplicationConfigurationA(this, "configuration", {
        bucket: source.name,
        role: role.arn,
        rule: [
          {
            id: "states",
            status: "Enabled",
            filter: { prefix: "" },
            deleteMarkerReplication: { status: "Enabled" },
            destination: { bucket: bucketArn(at, replica.bucket), ...encryptedBy(replica.keyArn) },
            sourceSelectionCriteria: state.key ? { sseKmsEncryptedObjects: { status: "Enabled" } } : undefined,
          },
        ],
        dependsOn: [source.versioning, copy.versioning, permission],
      }),
    );
  }
}

const encryptedBy = (keyArn: string | undefined) =>
  keyArn === undefined ? {} : { encryptionConfiguration: { replicaKmsKeyId: keyArn } };
