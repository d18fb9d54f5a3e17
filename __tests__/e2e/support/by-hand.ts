import { CreateTrailCommand } from "@aws-sdk/client-cloudtrail";
import { PutDashboardCommand, PutMetricAlarmCommand } from "@aws-sdk/client-cloudwatch";
import { CreateLogGroupCommand, PutMetricFilterCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateEventBusCommand, PutRuleCommand } from "@aws-sdk/client-eventbridge";
import { CreateRoleCommand } from "@aws-sdk/client-iam";
import { CreateAliasCommand, CreateKeyCommand } from "@aws-sdk/client-kms";
import { CreateScheduleCommand } from "@aws-sdk/client-scheduler";
import { CreateTopicCommand } from "@aws-sdk/client-sns";
import type { Claim, Kind } from "../../../modules/cli/preflight/claim";
import type { Account } from "../lab/accounts";
import { createBucket, createQueue } from "../lab/ground";

/** How somebody makes a thing of that name, with settings of their own. */
const MAKE: Readonly<Record<Kind, (account: Account, name: string, logGroup: string) => Promise<unknown>>> = {
  "metric filter": ({ logs }, filterName, logGroupName) =>
    logs.send(
      new PutMetricFilterCommand({
        logGroupName,
        filterName,
        filterPattern: "{ $.eventName = DisableKey }",
        metricTransformations: [{ metricName: "by-hand", metricNamespace: "by-hand", metricValue: "1" }],
      }),
    ),
  alarm: ({ cloudwatch }, AlarmName) =>
    cloudwatch.send(
      new PutMetricAlarmCommand({
        AlarmName,
        Namespace: "by-hand",
        MetricName: "by-hand",
        Statistic: "Sum",
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: "GreaterThanThreshold",
      }),
    ),
  topic: ({ sns }, arn) => sns.send(new CreateTopicCommand({ Name: arn.split(":").at(-1) })),
  rule: ({ events }, path) => {
    const [Name, EventBusName] = path.split("/").reverse();
    return events.send(new PutRuleCommand({ Name, EventBusName, EventPattern: '{"source":["by-hand"]}' }));
  },
  dashboard: ({ cloudwatch }, DashboardName) =>
    cloudwatch.send(new PutDashboardCommand({ DashboardName, DashboardBody: '{"widgets":[]}' })),
  queue: createQueue,
  bus: ({ events }, Name) => events.send(new CreateEventBusCommand({ Name })),
  role: ({ iam }, RoleName) => iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: "{}" })),
  schedule: ({ scheduler, account }, Name) =>
    scheduler.send(
      new CreateScheduleCommand({
        Name,
        ScheduleExpression: "rate(1 day)",
        FlexibleTimeWindow: { Mode: "OFF" },
        Target: {
          Arn: "arn:aws:scheduler:::aws-sdk:kms:generateRandom",
          RoleArn: `arn:aws:iam::${account}:role/by-hand`,
        },
      }),
    ),
  trail: async (account, arn) => {
    const S3BucketName = `by-hand-${account.account}`;
    await createBucket(account, S3BucketName);
    await account.cloudtrail.send(new CreateTrailCommand({ Name: arn.split("/").at(-1), S3BucketName }));
  },
  "log group": ({ logs }, arn) => logs.send(new CreateLogGroupCommand({ logGroupName: arn.split(":").at(-1) })),
  bucket: createBucket,
  "key alias": async ({ kms }, AliasName) => {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: KeyMetadata?.KeyId }));
  },
};

/** What must be there first: the rules of a bus need it, and the filters of a log group. */
const FIRST: readonly Kind[] = ["bus", "log group"];

/** Takes the names that a stack claims, as somebody did before there was a stack; filters are on the log group. */
export async function makeByHand(account: Account, claims: readonly Claim[], logGroup: string): Promise<void> {
  const rank = ({ what }: Claim) => (FIRST.includes(what) ? 0 : 1);
  for (const { what, name } of [...claims].sort((a, b) => rank(a) - rank(b))) await MAKE[what](account, name, logGroup);
}
