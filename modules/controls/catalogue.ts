import type { Control } from "./control";

/**
 * Everything Keywatch can watch. Patterns and titles are those of the CIS AWS Foundations Benchmark, the rest is ours.
 */
export const CATALOGUE = [
  {
    id: "cis-4.7",
    label: "CIS AWS Foundations 4.7",
    title: "Ensure disabling or scheduled deletion of customer created CMKs is monitored",
    onByDefault: true,
    severity: "critical",
    filter: {
      name: "KMSCustomerKeyDisableOrDeleteEvents",
      pattern:
        "{($.eventSource = kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}",
      metric: { name: "KMSCustomerKeyDisableOrDeleteEvents", namespace: "CISBenchmark", value: "1" },
    },
    alarm: {
      name: "KMSCustomerKeyDisableOrDeleteAlarm",
      statistic: "Sum",
      period: 300,
      threshold: 1,
      comparison: "GreaterThanOrEqualToThreshold",
      evaluationPeriods: 1,
      missingData: "notBreaching",
      actionsEnabled: true,
    },
    meaning:
      "A customer managed KMS key was disabled or scheduled for deletion: what it encrypts becomes unreadable, after the waiting period for good.",
    response:
      "Find DisableKey and ScheduleKeyDeletion in CloudTrail: key and caller. If nobody meant it: aws kms cancel-key-deletion, then aws kms enable-key.",
  },
] as const satisfies readonly Control[];

/** The id of a control of the catalogue. */
export type ControlId = (typeof CATALOGUE)[number]["id"];

/** The ids in the order of the catalogue. */
export const CONTROL_IDS = CATALOGUE.map((control) => control.id) as [ControlId, ...ControlId[]];
