import { keyState } from "./key-state";
import { type Link, onAnswer, rulesOn } from "./link";

/** Days that Checkov asks for. */
const YEAR = 365;

/** The log group that the trail writes to. */
export const logGroup: Link = {
  name: "Log group",
  steps: {
    "log-group-exists": {
      title: "The log group exists",
      expected: "The log group of the config, in the target's account and region.",
      remedy: "Name the trail's log group in the config: `trail.logGroup`.",
      source: "CIS 4.7 audit, the trail's log group",
      otherwise: "fail",
    },
    "log-group-retention": {
      title: "The log group keeps events for a year",
      expected: "A retention of 365 days or more, or none.",
      remedy:
        "aws logs put-retention-policy --retention-in-days 365, or `trail.create.retentionDays` where Keywatch makes the trail.",
      source: "Checkov CKV_AWS_338",
      otherwise: "warn",
    },
    "log-group-encrypted": {
      title: "The log group is encrypted with a key of the account",
      expected: "A KMS key.",
      remedy: "aws logs associate-kms-key with a key that CloudWatch Logs may use.",
      source: "Checkov CKV_AWS_158",
      otherwise: "warn",
    },
    "log-group-key": {
      title: "The key of the log group is in use",
      expected: "A key that is enabled.",
      remedy: "aws kms cancel-key-deletion, then aws kms enable-key: without the key the log group takes in nothing.",
      otherwise: "fail",
    },
  },
  judge: ({ target: { trail }, seen }) => {
    if (!trail || !seen.logGroup) return [];
    return onAnswer(seen.logGroup, { id: "log-group-exists", resource: trail.logGroup }, (group, at) => {
      const rule = rulesOn({ at, resource: trail.logGroup });
      if (!group) return [rule("log-group-exists", false, `There is no log group ${trail.logGroup}.`)];
      const { retentionInDays: days, kmsKeyId } = group;
      const kept = days === undefined ? "Its events never expire." : `It keeps events for ${days} days.`;
      const encrypted = kmsKeyId ? `It is encrypted with ${kmsKeyId}.` : "No key of the account encrypts it.";
      return [
        rule("log-group-exists", true, `${trail.logGroup} exists.`),
        rule("log-group-retention", days === undefined || days >= YEAR, kept),
        rule("log-group-encrypted", kmsKeyId !== undefined, encrypted),
        ...(kmsKeyId ? keyState(seen, "log-group-key", kmsKeyId) : []),
      ];
    });
  },
};
