import type { Need } from "../need";
import { FIND_ALIASES, KEYS, MAKE_KEYS, TRAIL_ALIAS } from "../scopes";

/** What the resources of KMS ask for. `EnableKey` brings back a key that somebody has disabled. */
export const KMS = {
  aws_kms_key: [
    { scope: MAKE_KEYS, write: ["kms:CreateKey"] },
    {
      scope: KEYS,
      read: ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"],
      write: [
        "kms:PutKeyPolicy",
        "kms:EnableKey",
        "kms:EnableKeyRotation",
        "kms:UpdateKeyDescription",
        "kms:TagResource",
        "kms:UntagResource",
      ],
      end: ["kms:ScheduleKeyDeletion"],
    },
  ],
  aws_kms_alias: [
    { scope: FIND_ALIASES, read: ["kms:ListAliases"] },
    { scope: TRAIL_ALIAS, write: ["kms:CreateAlias", "kms:UpdateAlias"], end: ["kms:DeleteAlias"] },
  ],
} as const satisfies Record<string, readonly Need[]>;
