import type { TargetTopic } from "../../../fleet";
import { keyRequests, parsePolicy } from "../../../proof";
import { isManagedByAws } from "../collect/keys";
import type { SeenKey } from "../seen";
import { policyRulings } from "./asked";
import { foreignOwner } from "./foreign";
import { keyState } from "./key-state";
import { type Link, type Look, onAnswer, type Ruling } from "./link";
import { sendersTo } from "./topic";

/** The key of a topic: an alert passes it, so it must be in use and let CloudWatch in. */
export const topicKey: Link = {
  name: "Topic key",
  steps: {
    "topic-encrypted": {
      title: "The topic is encrypted as the config says",
      expected: 'A KMS key, unless the config says `encryption: "none"`.',
      remedy: "Deploy the stack again.",
      source: "Checkov CKV_AWS_26",
      otherwise: "warn",
    },
    "topic-key": {
      title: "The topic's key can let CloudWatch in",
      expected: "A customer managed key: the policy of alias/aws/sns keeps CloudWatch out and cannot be changed.",
      remedy: "Deploy the stack again, or name a key of your own: `topic.encryption.keyArn`.",
      otherwise: "fail",
    },
    "topic-key-state": {
      title: "The topic's key is in use",
      expected: "A key that is enabled and does not wait for its deletion.",
      remedy:
        "aws kms cancel-key-deletion, then aws kms enable-key: until then no alert arrives. Find in CloudTrail who did it.",
      otherwise: "fail",
    },
    "topic-key-policy": {
      title: "The key's policy lets the alarms use it",
      expected:
        "A statement that allows kms:Decrypt and kms:GenerateDataKey* to cloudwatch.amazonaws.com for each account whose alarms publish.",
      remedy: "Deploy the stack again.",
      otherwise: "fail",
    },
  },
  judge: (look) => look.target.topics.flatMap((topic) => judgeTopicKey(look, topic)),
};

function judgeTopicKey(look: Look, topic: TargetTopic): readonly Ruling[] {
  const attributes = look.seen.topics.get(topic.address)?.attributes;
  if (!attributes?.ok || !attributes.value) return [];
  const { at, value } = attributes;
  const id = value.KmsMasterKeyId;
  const about = { at, resource: topic.arn };
  const unencrypted = topic.kind === "made" && topic.encryption.kind === "none";
  const encrypted: Ruling = {
    ...about,
    id: "topic-encrypted",
    holds: Boolean(id) || unencrypted,
    evidence: id ? `It is encrypted with ${id}.` : `It is not encrypted${unencrypted ? ", as the config says" : ""}.`,
  };
  if (!id) return [encrypted];
  if (isManagedByAws(id))
    return [encrypted, { ...about, id: "topic-key", holds: false, evidence: `${id} is managed by AWS.` }];
  return [
    encrypted,
    { ...about, id: "topic-key", holds: true, evidence: `${id} is no key of AWS.` },
    ...judgeKey(look, topic, id),
  ];
}

function judgeKey(look: Look, topic: TargetTopic, id: string): readonly Ruling[] {
  const key = look.seen.keys.get(id);
  const foreign = key && foreignOwner(look.target, id, key);
  if (foreign) return [{ ...foreign, id: "topic-key-state", resource: id }];
  return [
    ...keyState(look.seen, "topic-key-state", id),
    ...(key?.ok ? judgePolicy(look, topic, id, key.value.policy) : []),
  ];
}

const judgePolicy = (look: Look, topic: TargetTopic, keyId: string, policy: SeenKey["policy"]): readonly Ruling[] => {
  const id = "topic-key-policy";
  const foreign = foreignOwner(look.target, keyId, policy);
  if (foreign) return [{ ...foreign, id, resource: keyId }];
  return onAnswer(policy, { id, resource: keyId }, (text, at) =>
    policyRulings({ id, at, resource: keyId }, parsePolicy(text) ?? [], sendersTo(look, topic), (sender) =>
      keyRequests(sender, keyId),
    ),
  );
};
