import { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard";
import type { Construct } from "constructs";
import type { TargetDashboard } from "../fleet";
import { DASHBOARD_ADDRESS } from "../names";
import { atAddress } from "../terraform";

/** The dashboard on which a target is looked at. */
export const dashboard = (scope: Construct, { name, body }: TargetDashboard): CloudwatchDashboard =>
  atAddress(
    DASHBOARD_ADDRESS,
    new CloudwatchDashboard(scope, DASHBOARD_ADDRESS, { dashboardName: name, dashboardBody: body }),
  );
