import { bucketArn, roleArn, SERVICE } from "../../aws";
import { localityOf, type StateBucket } from "../../fleet";
import { replicaRoleName } from "../../names";
import { keeping, type Need, type Scope } from "../need";
import { passedTo } from "../scopes";
import { roleNeeds } from "./iam";
import { bucketNeeds } from "./s3";
import { stateNeeds } from "./state";

const BUCKETS: Scope<StateBucket> = {
  sid: "Buckets",
  label: "the bucket of the states and its copy",
  on: (state) =>
    [state.bucket, ...(state.replica ? [state.replica.bucket] : [])].map((name) => bucketArn(localityOf(state), name)),
};

const COPIED: Scope<StateBucket> = {
  sid: "CopiedBucket",
  label: "the bucket of the states, where it is copied",
  on: (state) => (state.replica ? [bucketArn(localityOf(state), state.bucket)] : []),
};

const replicaRoles = (state: StateBucket): string[] =>
  state.replica ? [roleArn(localityOf(state), replicaRoleName(state.stackId))] : [];

const REPLICA_ROLE: Scope<StateBucket> = { sid: "ReplicaRole", label: "the role of the copy", on: replicaRoles };

const PASS_REPLICA_ROLE: Scope<StateBucket> = {
  sid: "PassReplicaRole",
  label: "the role of the copy, for S3 alone",
  on: replicaRoles,
  condition: passedTo(SERVICE.s3),
};

const RESOURCES: Readonly<Record<string, readonly Need<StateBucket>[]>> = {
  ...bucketNeeds(BUCKETS),
  aws_s3_bucket_replication_configuration: [
    { scope: COPIED, write: ["s3:PutReplicationConfiguration"] },
    { scope: PASS_REPLICA_ROLE, write: ["iam:PassRole"] },
  ],
  ...roleNeeds(REPLICA_ROLE),
};

/** What the stack of the bucket asks for. Nothing is ended: what keeps states is taken away by hand. */
export const BOOTSTRAP_NEEDS = keeping(Object.values(RESOURCES).flat());

/** What `keywatch bootstrap` asks for; where it assumes a role, the bucket's own state is kept by who assumes it. */
export const bootstrapNeeds = (state: StateBucket): Need<StateBucket>[] => [
  ...BOOTSTRAP_NEEDS,
  ...(state.role ? [] : stateNeeds([state])),
];
