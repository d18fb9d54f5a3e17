import { PutMetricAlarmCommand } from "@aws-sdk/client-cloudwatch";
import { type MetricFilter, PutMetricFilterCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateTopicCommand, SubscribeCommand } from "@aws-sdk/client-sns";
import { problemReport, readConfig } from "../../modules/config";
import { resolve } from "../../modules/fleet";
import { type Account, openAccount } from "./lab/accounts";
import { putDatum, receive } from "./lab/alert";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { emulatedEnvironment } from "./lab/environment";
import { createLogGroup, createQueue, type Queue } from "./lab/ground";
import { type Holdings, readHoldings } from "./lab/holdings";
import { inProject } from "./lab/paths";
import { changes, type Plan, type Terraform } from "./lab/terraform";
import { LocalFleet } from "./support/local-fleet";

const example = inProject("examples/adopt/keywatch.config.yaml");
const target = { account: "111111111111", region: "eu-west-1" };
const logGroup = "aws-controltower/CloudTrailLogs";
const metric = { namespace: "CISBenchmark", name: "kms-events" };

/** What the example takes over, with the ids that it is found by. */
const adopted = {
  "aws_cloudwatch_log_metric_filter.cis_4_7": `${logGroup}:kms-filter`,
  "aws_cloudwatch_metric_alarm.cis_4_7": "kms-alarm",
  "aws_sns_topic.alerts": "arn:aws:sns:eu-west-1:111111111111:cis-alerts",
};

jest.setTimeout(300_000);

describeLab("what somebody made before", () => {
  let aws: Emulator;
  let account: Account;
  let queue: Queue;
  let before: Holdings;
  let stack: Terraform;
  let plan: Plan;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    account = openAccount(aws, target);
    queue = await createQueue(account, "by-hand");
    await createLogGroup(account, logGroup);
    await makeByHand(account, queue);
    before = await readHoldings(account);

    const read = readConfig(example);
    if (!read.ok) throw new Error(problemReport(read.file, read.problems));
    const local = new LocalFleet("adopt", emulatedEnvironment(aws, target));
    local.synth(resolve(read.config));
    stack = await local.stack("keywatch-111111111111-eu-west-1");
    plan = await stack.plan();
  });
  afterAll(() => aws?.stop());

  test("is imported and updated in place; only what is missing is created", () => {
    const imported = plan.json.resource_changes?.filter(({ change }) => change.importing) ?? [];
    expect(Object.fromEntries(imported.map(({ address, change }) => [address, change.importing?.id]))).toEqual(adopted);
    expect(imported.flatMap(({ change }) => change.actions)).toEqual(["update", "update", "update"]);
    expect(changes(plan).filter((change) => !change.startsWith("update "))).toEqual([
      "create aws_cloudwatch_log_metric_filter.key_enabled",
      "create aws_cloudwatch_metric_alarm.key_enabled",
      "create aws_kms_key.alerts",
      "create aws_sns_topic_policy.alerts",
      expect.stringMatching(/^create aws_sns_topic_subscription.email_/),
    ]);
  });

  test("is the same after the apply, with its ARNs, and nothing is left to plan", async () => {
    await stack.apply();
    const { metricFilters, alarms, topics, subscriptions } = await readHoldings(account);
    expect(metricFilters.map(nameOf).filter(isOld)).toEqual(before.metricFilters.map(nameOf));
    expect(alarms.map(({ AlarmArn = "" }) => AlarmArn).filter(isOld)).toEqual(
      before.alarms.map(({ AlarmArn }) => AlarmArn),
    );
    expect(topics.map(({ TopicArn }) => TopicArn)).toEqual(before.topics.map(({ TopicArn }) => TopicArn));
    const configured = { Protocol: "email", Endpoint: "security@acme.example" };
    expect(subscriptions).toHaveLength(2);
    expect(subscriptions).toEqual(
      expect.arrayContaining([...before.subscriptions, expect.objectContaining(configured)]),
    );
    expect(changes(await stack.plan())).toEqual([]);
  });

  test("tells whoever was subscribed by hand, as before", async () => {
    await putDatum(account, metric);
    const { Message } = await receive(account, queue);
    expect(JSON.parse(Message)).toMatchObject({
      AlarmName: "kms-alarm",
      AlarmDescription: expect.stringContaining("account 111111111111"),
    });
  });
});

/** Whether a name is not of the control that the example adds. */
const isOld = (name: string): boolean => !name.includes("KMSKeyEnabled");

/** What identifies a metric filter, which has no ARN. */
const nameOf = ({ logGroupName, filterName }: MetricFilter) => `${logGroupName}:${filterName}`;

/** The commands that a guide to the benchmark has people type. */
async function makeByHand({ logs, cloudwatch, sns }: Account, { arn }: Queue): Promise<void> {
  await logs.send(
    new PutMetricFilterCommand({
      logGroupName: logGroup,
      filterName: "kms-filter",
      filterPattern:
        "{($.eventSource = kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}",
      metricTransformations: [{ metricName: metric.name, metricNamespace: metric.namespace, metricValue: "1" }],
    }),
  );
  const { TopicArn = "" } = await sns.send(new CreateTopicCommand({ Name: "cis-alerts" }));
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: "sqs", Endpoint: arn }));
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: "kms-alarm",
      Namespace: metric.namespace,
      MetricName: metric.name,
      Statistic: "Sum",
      Period: 300,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: "GreaterThanOrEqualToThreshold",
      AlarmActions: [TopicArn],
    }),
  );
}
