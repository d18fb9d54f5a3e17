import { SERVICE } from "../aws";

/** A query of CloudWatch Logs Insights on the events of CloudTrail. */
export interface SavedQuery {
  readonly id: string;
  /** As the console lists it. */
  readonly title: string;
  /** What it is for: one sentence. */
  readonly purpose: string;
  readonly lines: readonly string[];
}

const FROM_KMS = `| filter eventSource = "${SERVICE.kms}"`;
const LATEST_FIRST = "| sort @timestamp desc";

/** What an event says of itself, its key and its caller. */
const FIELDS =
  "fields @timestamp, recipientAccountId, awsRegion, eventName, coalesce(requestParameters.keyId, resources.0.ARN) as key, userIdentity.arn, sourceIPAddress, errorCode";

/** The operations of KMS that use keys, or only look: all others change something. */
const USES = "/^(Decrypt|Encrypt|ReEncrypt|Generate|Sign$|Verify|DeriveSharedSecret|GetPublicKey|Describe|Get|List)/";

/** The last KMS events that changed something, as the dashboard shows them. */
export const RECENT_CHANGES: SavedQuery = {
  id: "recent-changes",
  title: "Latest changes of keys",
  purpose: "Every KMS call that is more than a use or a look, latest first.",
  lines: [FIELDS, FROM_KMS, `| filter eventName not like ${USES}`, LATEST_FIRST, "| limit 50"],
};

/** The saved queries, in the order in which an investigation asks. KEY_ID and CALLER are for a person to replace. */
export const SAVED_QUERIES: readonly SavedQuery[] = [
  RECENT_CHANGES,
  {
    id: "one-key",
    title: "Who did what with one key",
    purpose: "All that happened to a key, latest first: put its id in place of KEY_ID.",
    lines: [FIELDS, FROM_KMS, '| filter @message like "KEY_ID"', LATEST_FIRST, "| limit 1000"],
  },
  {
    id: "changes-by-caller",
    title: "Changes of keys by caller",
    purpose: "How often each caller changed keys, how, and when last.",
    lines: [
      "fields @timestamp",
      FROM_KMS,
      `| filter eventName not like ${USES}`,
      "| stats count(*) as calls, max(@timestamp) as last by userIdentity.arn, eventName",
      "| sort calls desc",
    ],
  },
  {
    id: "ending-keys",
    title: "Keys that were disabled or scheduled for deletion, and what was taken back",
    purpose: "The life and death of keys, with the day on which each will be gone.",
    lines: [
      `${FIELDS}, responseElements.deletionDate`,
      FROM_KMS,
      '| filter eventName in ["DisableKey", "ScheduleKeyDeletion", "CancelKeyDeletion", "EnableKey", "DeleteKey"]',
      LATEST_FIRST,
      "| limit 1000",
    ],
  },
  {
    id: "used-while-pending-deletion",
    title: "Uses of keys that wait for their deletion",
    purpose: "Who still needs a key that will be gone.",
    lines: [
      `${FIELDS}, errorMessage`,
      FROM_KMS,
      "| filter errorMessage like /is pending deletion/",
      LATEST_FIRST,
      "| limit 1000",
    ],
  },
  {
    id: "uses-of-one-key",
    title: "Who uses one key",
    purpose: "What would fail without a key: put its id in place of KEY_ID.",
    lines: [
      "fields @timestamp",
      FROM_KMS,
      '| filter @message like "KEY_ID" and eventName like /^(Decrypt|Encrypt|ReEncrypt|Generate|Sign$|Verify)/',
      "| stats count(*) as calls, max(@timestamp) as last by userIdentity.arn, userIdentity.invokedBy, eventName",
      "| sort calls desc",
    ],
  },
  {
    id: "refused",
    title: "KMS calls that were refused",
    purpose: "Who was not allowed what, and how often.",
    lines: [
      "fields @timestamp",
      FROM_KMS,
      "| filter errorCode like /Denied|Unauthorized/",
      "| stats count(*) as calls, max(@timestamp) as last by userIdentity.arn, eventName, errorCode",
      "| sort calls desc",
    ],
  },
  {
    id: "one-caller",
    title: "What else one caller did",
    purpose: "Every call of a caller, of all services: put a part of its ARN in place of CALLER.",
    lines: [
      "fields @timestamp, awsRegion, eventSource, eventName, sourceIPAddress, userAgent, errorCode",
      '| filter userIdentity.arn like "CALLER"',
      LATEST_FIRST,
      "| limit 1000",
    ],
  },
];

/** A query as CloudWatch takes it. */
export const queryText = ({ lines }: SavedQuery): string => lines.join("\n");
