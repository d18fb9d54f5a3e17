import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import type { Locality } from "../aws";
import type { MadeTopic, TopicEncryption } from "../fleet";
import { keyPolicy } from "./key-policy";

export interface TopicKeyProps {
  readonly topic: MadeTopic;
  readonly encryption: Extract<TopicEncryption, { kind: "managed" }>;
  readonly at: Locality;
}

/** The key that is made for a topic: rotated, with an alias, and guarded by its policy. */
export class TopicKey extends Construct {
  readonly key: KmsKey;

  constructor(scope: Construct, { topic, encryption, at }: TopicKeyProps) {
    super(scope, "key");
    this.key = new KmsKey(this, "key", {
      description: `Encrypts the alerts of SNS topic ${topic.name}. Without it they do not arrive.`,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: JSON.stringify(keyPolicy(topic.publishers, encryption.keepers, at)),
    });
    this.key.overrideLogicalId(topic.address);
    const alias = new KmsAlias(this, "alias", { name: encryption.alias, targetKeyId: this.key.keyId });
    alias.overrideLogicalId(topic.address);
  }
}
