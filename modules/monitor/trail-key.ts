import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import type { Locality } from "../aws";
import type { MadeTrail } from "../fleet";
import { trailKeyPolicy } from "./trail-key-policy";
import { atTrailAddress } from "./trail-resource";

export interface TrailKeyProps {
  readonly created: MadeTrail;
  readonly logGroup: string;
  readonly at: Locality;
}

/** The key that encrypts a trail's events in bucket and log group: rotated, with an alias, and guarded by its policy. */
export class TrailKey extends Construct {
  readonly arn: string;

  constructor(scope: Construct, { created, logGroup, at }: TrailKeyProps) {
    super(scope, "key");
    const key = atTrailAddress(
      new KmsKey(this, "key", {
        description: `Encrypts the events of CloudTrail trail ${created.name}. Without it they are not recorded.`,
        enableKeyRotation: true,
        deletionWindowInDays: 30,
        policy: JSON.stringify(trailKeyPolicy(created, logGroup, at)),
      }),
    );
    atTrailAddress(new KmsAlias(this, "alias", { name: created.keyAlias, targetKeyId: key.keyId }));
    this.arn = key.arn;
  }
}
