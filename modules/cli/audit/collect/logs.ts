import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  paginateDescribeMetricFilters,
} from "@aws-sdk/client-cloudwatch-logs";
import { answered, everyItem, type Session, unlessMissing } from "../../aws";
import type { Seen } from "../seen";

/** The log group of a name. Names come sorted, so that the very name is on the first page of those that begin with it. */
export const seeLogGroup = ({ ask, signal }: Session, name: string): Promise<Seen["logGroup"]> =>
  answered(signal, async () => {
    const { logGroups = [] } = await ask(
      CloudWatchLogsClient,
      new DescribeLogGroupsCommand({ logGroupNamePrefix: name }),
    );
    return logGroups.find(({ logGroupName }) => logGroupName === name);
  });

/** The metric filters of a log group; none where there is no such group. */
export const seeFilters = ({ client, signal }: Session, logGroupName: string): Promise<Seen["filters"]> =>
  answered(signal, async () => {
    const pages = paginateDescribeMetricFilters(
      { client: client(CloudWatchLogsClient) },
      { logGroupName },
      { abortSignal: signal },
    );
    return (await unlessMissing(everyItem(pages, ({ metricFilters }) => metricFilters))) ?? [];
  });
