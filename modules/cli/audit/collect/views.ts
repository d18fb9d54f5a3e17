import { CloudWatchClient, GetDashboardCommand } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient, DescribeQueryDefinitionsCommand } from "@aws-sdk/client-cloudwatch-logs";
import type { TargetQuery } from "../../../fleet";
import { type Answer, answered, type Session, unlessMissing } from "../../aws";
import type { Seen } from "../seen";

/** Whether a dashboard exists. */
export const seeDashboard = ({ ask, signal }: Session, DashboardName: string): Promise<Answer<boolean>> =>
  answered(
    signal,
    async () => (await unlessMissing(ask(CloudWatchClient, new GetDashboardCommand({ DashboardName })))) !== undefined,
  );

/** As many saved queries as one answer may have. */
const MOST = 1000;

/** The saved queries of the folder in which those of a stack stand. */
export const seeQueries = (
  { ask, signal }: Session,
  [first]: readonly TargetQuery[],
): Promise<NonNullable<Seen["queries"]>> =>
  answered(signal, async () => {
    const folder = first?.name.replace(/\/.*/, "/");
    const command = new DescribeQueryDefinitionsCommand({ queryDefinitionNamePrefix: folder, maxResults: MOST });
    return (await ask(CloudWatchLogsClient, command)).queryDefinitions ?? [];
  });
