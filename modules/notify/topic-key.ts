import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { Construct } from "constructs";
import type { Locality } from "../aws";
import type { MadeTopic } from "../fleet";
import { atAddress } from "../terraform";
import { keyPolicy } from "./key-policy";

/**
 * The key that is made for a topic: rotated, and guarded by its policy. It has no alias: an apply that is killed before
 * Terraform has written its state leaves the alias behind, and the next apply would stop at it.
 */
export function topicKey(scope: Construct, topic: MadeTopic, keepers: readonly string[], at: Locality): KmsKey {
  return atAddress(
    topic.address,
    new KmsKey(scope, "key", {
      description: `Encrypts the alerts of SNS topic ${topic.name}. Without it they do not arrive.`,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: JSON.stringify(keyPolicy(topic.publishers, keepers, at)),
    }),
  );
}
