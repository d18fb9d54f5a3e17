import { DeleteDashboardsCommand, GetDashboardCommand, PutDashboardCommand } from "@aws-sdk/client-cloudwatch";
import {
  DeleteQueryDefinitionCommand,
  DescribeQueryDefinitionsCommand,
  PutQueryDefinitionCommand,
  type PutQueryDefinitionCommandInput,
} from "@aws-sdk/client-cloudwatch-logs";
import type { Fault } from "./fault";

export const viewFaults = {
  dashboardDeleted: (async ({ account, region, cloudwatch }) => {
    const DashboardName = `keywatch-${account}-${region}`;
    const { DashboardBody } = await cloudwatch.send(new GetDashboardCommand({ DashboardName }));
    await cloudwatch.send(new DeleteDashboardsCommand({ DashboardNames: [DashboardName] }));
    return () => cloudwatch.send(new PutDashboardCommand({ DashboardName, DashboardBody }));
  }) as Fault,
  queryDeleted: (async ({ logs }) => {
    const { queryDefinitions: [query] = [] } = await logs.send(new DescribeQueryDefinitionsCommand({}));
    await logs.send(new DeleteQueryDefinitionCommand({ queryDefinitionId: query?.queryDefinitionId }));
    return () => logs.send(new PutQueryDefinitionCommand(query as PutQueryDefinitionCommandInput));
  }) as Fault,
};
