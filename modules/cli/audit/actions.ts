/** What the audit calls, as IAM names it: reads alone. Whoever lists the states may also list and read their bucket. */
export const AUDIT_ACTIONS: readonly string[] = [
  "cloudtrail:DescribeTrails",
  "cloudtrail:GetEventSelectors",
  "cloudtrail:GetTrailStatus",
  "cloudwatch:DescribeAlarmHistory",
  "cloudwatch:DescribeAlarms",
  "events:DescribeRule",
  "events:ListTargetsByRule",
  "kms:DescribeKey",
  "kms:GetKeyPolicy",
  "logs:DescribeLogGroups",
  "logs:DescribeMetricFilters",
  "sns:GetTopicAttributes",
  "sns:ListSubscriptionsByTopic",
];
