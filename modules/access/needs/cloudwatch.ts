import { dashboardArn, type Locality, roleArn } from "../../aws";
import { localityOf, type Target } from "../../fleet";
import type { Need, Scope } from "../need";
import { ALARMS } from "../scopes";

/** Services whose alarm actions work through a role that AWS makes with the first such alarm. */
const ACTING = {
  ssm: { host: "ssm.alarms.cloudwatch.amazonaws.com", role: "AWSServiceRoleForCloudWatchAlarms_ActionSSM" },
  "ssm-incidents": {
    host: "ssm-incidents.alarms.cloudwatch.amazonaws.com",
    role: "AWSServiceRoleForCloudWatchAlarms_ActionSSMIncidents",
  },
} as const;

const acts = ({ controls }: Target, service: string): boolean =>
  controls.some(({ further }) => [...further.alarm, ...further.ok].some((arn) => arn.split(":")[2] === service));

const actingRole = (at: Locality, { host, role }: { host: string; role: string }): string =>
  roleArn(at, `aws-service-role/${host}/${role}`);

/** Source: CloudWatch API Reference, "PutMetricAlarm". */
const ALARM_ACTIONS: Scope = {
  sid: "AlarmActions",
  label: "the roles with which AWS carries out alarm actions in Systems Manager",
  on: (target) =>
    Object.entries(ACTING).flatMap(([service, acting]) =>
      acts(target, service) ? [actingRole(localityOf(target), acting)] : [],
    ),
};

export const DASHBOARD: Scope = {
  sid: "Dashboard",
  label: "the dashboard",
  on: (target) => (target.dashboard ? [dashboardArn(localityOf(target), target.dashboard.name)] : []),
};

/** What the resources of CloudWatch ask for. */
export const CLOUDWATCH = {
  aws_cloudwatch_metric_alarm: [
    {
      scope: ALARMS,
      read: ["cloudwatch:DescribeAlarms", "cloudwatch:ListTagsForResource"],
      write: ["cloudwatch:PutMetricAlarm", "cloudwatch:TagResource", "cloudwatch:UntagResource"],
      end: ["cloudwatch:DeleteAlarms"],
    },
    { scope: ALARM_ACTIONS, write: ["iam:CreateServiceLinkedRole"] },
  ],
  aws_cloudwatch_dashboard: [
    {
      scope: DASHBOARD,
      read: ["cloudwatch:GetDashboard"],
      write: ["cloudwatch:PutDashboard"],
      end: ["cloudwatch:DeleteDashboards"],
    },
  ],
} as const satisfies Record<string, readonly Need[]>;
