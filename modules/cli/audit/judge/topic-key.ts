import { isManagedByAws } from "../../../aws";
import type { TargetTopic } from "../../../fleet";
import { keyRequests, parsePolicy } from "../../../proof";
import type { Answer } from "../../aws";
import { policyRulings } from "./asked";
import { foreignOwner } from "./foreign";
import { keyState } from "./key-state";
import { type Link, type Look, onAnswer, type Ruling, rulesOn } from "./link";
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
      title: "The key's policy lets alarms and rules use it",
      expected:
        "Statements that allow kms:Decrypt and kms:GenerateDataKey* to cloudwatch.amazonaws.com, and to events.amazonaws.com where there is a fast path.",
      remedy: "Deploy the stack again.",
      otherwise: "fail",
    },
  },
  judge: (look) => look.target.topics.flatMap((topic) => judgeTopicKey(look, topic)),
};

function judgeTopicKey(look: Look, topic: TargetTopic): readonly Ruling[] {
  const attributes = look.seen.topics.get(topic.address)?.attributes;
  if (!attributes?.ok || !attributes.value) return [];
  const rule = rulesOn({ at: attributes.at, resource: topic.arn });
  const id = attributes.value.KmsMasterKeyId;
  if (!id) {
    const wanted = topic.kind === "made" && topic.encryption.kind === "none";
    return [rule("topic-encrypted", wanted, `It is not encrypted${wanted ? ", as the config says" : ""}.`)];
  }
  const ofAws = isManagedByAws(id);
  return [
    rule("topic-encrypted", true, `It is encrypted with ${id}.`),
    rule("topic-key", !ofAws, `${id} is managed by ${ofAws ? "AWS" : "its account"}.`),
    ...judgeKey(look, topic, id),
  ];
}

function judgeKey(look: Look, topic: TargetTopic, id: string): readonly Ruling[] {
  const key = look.seen.keys.get(id);
  if (!key) return [];
  const foreign = foreignOwner(look.target, { id: "topic-key-state", resource: id }, key);
  if (foreign) return [foreign];
  return [
    ...keyState(look.seen, "topic-key-state", id),
    ...(key.ok && key.value.policy ? judgePolicy(look, topic, key.value.policy, id) : []),
  ];
}

function judgePolicy(look: Look, topic: TargetTopic, policy: Answer<string>, keyId: string): readonly Ruling[] {
  const about = { id: "topic-key-policy", resource: keyId };
  const foreign = foreignOwner(look.target, about, policy);
  if (foreign) return [foreign];
  return onAnswer(policy, about, (text, at) => {
    const rule = rulesOn({ at, resource: keyId });
    const statements = parsePolicy(text) ?? [];
    return policyRulings(rule, about.id, statements, sendersTo(look, topic), (sender) => keyRequests(sender, keyId));
  });
}
