import { cisControl } from "../define";

/** Names and pattern are what users and pipelines rely on; the benchmark spells the pattern with other blanks. */
export const keyDisabledOrDeletionScheduled = cisControl({
  number: 7,
  name: "KMSCustomerKeyDisableOrDelete",
  title: "Ensure disabling or scheduled deletion of customer created CMKs is monitored",
  onByDefault: true,
  severity: "critical",
  securityHub: "CloudWatch.7",
  pattern: "{($.eventSource = kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}",
  spellings: {
    "3.0": "{($.eventSource = kms.amazonaws.com) && (($.eventName=DisableKey)||($.eventName=ScheduleKeyDeletion)) }",
  },
  subject: "key",
  meaning:
    "A customer managed KMS key was disabled or scheduled for deletion: what it encrypts becomes unreadable, after the waiting period for good.",
  response:
    "Find DisableKey and ScheduleKeyDeletion in CloudTrail: key and caller. If nobody meant it: aws kms cancel-key-deletion, then aws kms enable-key.",
});
