import { type Partition, REGIONS } from "../aws";
import { type Config, DEFAULT_STATE_DAYS, DEFAULT_VERSIONS } from "../config";
import { replicaName, stateStackId, stateStackKey } from "../names";
import { deepFreeze } from "./freeze";
import { boundaryOf, roleOf } from "./role";
import { stateOf } from "./state";
import type { StateBlock, Target } from "./target";

/** A copy of the bucket of the states in another region. */
export interface StateReplica {
  readonly region: string;
  readonly bucket: string;
  /** ARN of the key that encrypts the copy; without it S3's own encryption. */
  readonly keyArn?: string;
}

/** The bucket that keeps the fleet's states, where Keywatch makes it, with nothing left to default. */
export interface StateBucket
  extends Pick<Target, "stackId" | "region" | "partition" | "versions" | "role" | "stsRegion" | "permissionsBoundary"> {
  readonly account: { readonly id: string };
  readonly tags: Readonly<Record<string, string>>;
  readonly bucket: string;
  /** Id, alias or ARN of the key that encrypts the states; without it S3's own encryption. */
  readonly key?: string;
  /** Days in which a state that was overwritten or deleted can be had back. */
  readonly keepDays: number;
  readonly replica?: StateReplica;
  /** The bucket keeps the state of its own stack too. */
  readonly state: StateBlock;
}

/** The bucket that the config asks for. It must have passed `validate`. */
export function stateBucketOf({ name, state, versions, defaults }: Config): StateBucket | undefined {
  if (state?.type !== "s3" || !state.bootstrap) return undefined;
  const { account, role, keepDays = DEFAULT_STATE_DAYS, replica } = state.bootstrap;
  const { bucket, region, kms_key_id: key } = state;
  const partition = REGIONS.get(region)?.partition as Partition;
  const stackId = stateStackId(name);
  const place = { account, region, partition, stack: stackId };
  return deepFreeze({
    stackId,
    account: { id: account },
    region,
    partition,
    versions: { ...DEFAULT_VERSIONS, ...versions },
    ...roleOf(role, place),
    ...boundaryOf(defaults?.permissionsBoundary, place),
    tags: defaults?.tags ?? {},
    bucket,
    key,
    keepDays,
    replica: replica && { bucket: replicaName(bucket), ...replica },
    state: stateOf({ ...state, key: stateStackKey(name) }, name, place),
  });
}
