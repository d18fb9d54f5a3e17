import type { Need, Scope } from "../need";
import { EVERYTHING, FIND_LOG_GROUPS, LOG_GROUP, MADE_LOG_GROUP, NO_NARROWER } from "../scopes";

const find: Need = { scope: FIND_LOG_GROUPS, read: ["logs:DescribeLogGroups"] };

export const QUERIES: Scope = {
  sid: "Queries",
  label: NO_NARROWER,
  on: ({ queries = [] }) => (queries.length > 0 ? EVERYTHING : []),
};

/** What the resources of CloudWatch Logs ask for. */
export const LOGS = {
  "data.aws_cloudwatch_log_groups": [find],
  aws_cloudwatch_log_group: [
    find,
    {
      scope: MADE_LOG_GROUP,
      read: ["logs:ListTagsForResource"],
      write: [
        "logs:CreateLogGroup",
        "logs:PutRetentionPolicy",
        "logs:AssociateKmsKey",
        "logs:TagResource",
        "logs:UntagResource",
      ],
      end: ["logs:DeleteLogGroup"],
    },
  ],
  aws_cloudwatch_log_metric_filter: [
    {
      scope: LOG_GROUP,
      read: ["logs:DescribeMetricFilters"],
      write: ["logs:PutMetricFilter"],
      end: ["logs:DeleteMetricFilter"],
    },
  ],
  aws_cloudwatch_query_definition: [
    {
      scope: QUERIES,
      read: ["logs:DescribeQueryDefinitions"],
      write: ["logs:PutQueryDefinition"],
      end: ["logs:DeleteQueryDefinition"],
    },
  ],
} as const satisfies Record<string, readonly Need[]>;
