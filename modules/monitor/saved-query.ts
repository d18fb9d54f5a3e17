import { CloudwatchQueryDefinition } from "@cdktf/provider-aws/lib/cloudwatch-query-definition";
import type { Construct } from "constructs";
import type { TargetQuery } from "../fleet";
import { atAddress } from "../terraform";

/** A query that is kept for the investigation, on one log group. */
export const savedQuery = (
  scope: Construct,
  { address, name, query }: TargetQuery,
  logGroupName: string,
): CloudwatchQueryDefinition =>
  atAddress(
    address,
    new CloudwatchQueryDefinition(scope, address, { name, queryString: query, logGroupNames: [logGroupName] }),
  );
