import { type Account, openAccount } from "./lab/accounts";
import { putDatum, readAlarmState, receive } from "./lab/alert";
import { createDeployRole } from "./lab/deploy-role";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { emulatedEnvironment } from "./lab/environment";
import { newStack } from "./lab/folder";
import { createBucket, createLogGroup, createQueue, type Queue } from "./lab/ground";
import { readHoldings, readLogGroups, readTags } from "./lab/holdings";
import { awsProvider } from "./lab/provider";
import { changes, Terraform } from "./lab/terraform";

const management = { account: "999999999999", region: "eu-west-1" };
const member = { account: "111111111111", region: "eu-west-1" };
const metric = { namespace: "Lab", name: "Events" };
const nothing = { logGroups: [], metricFilters: [], alarms: [], topics: [], subscriptions: [] };

jest.setTimeout(60_000);

describeLab("the lab", () => {
  let aws: Emulator;
  let account: Account;
  let queue: Queue;
  let stack: Terraform;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    account = openAccount(aws, member);
    await createBucket(openAccount(aws, management), "lab-state");
    queue = await createQueue(account, "lab");
    stack = newLabStack(aws, queue.arn);
    await stack.init();
    await stack.validate();
  });
  afterAll(() => aws?.stop());

  test("stops an apply halfway, whose lock then names its holder", async () => {
    const apply = stack.startApply("-parallelism=1");
    await apply.says(/Creation complete/);
    aws.pause();
    const { signal } = await apply.kill();
    aws.resume();
    expect(signal).toBe("SIGKILL");

    const refusal = await stack.apply().then(String, String);
    expect(refusal).toMatch(/Error acquiring the state lock[\s\S]*Who: +\S+@\S+/);
    const { topics, alarms, subscriptions } = await readHoldings(account);
    expect(topics).toHaveLength(1);
    expect([...alarms, ...subscriptions].length).toBeLessThan(2);
    await stack.forceUnlock(/^\s+ID: +(\S+)/m.exec(refusal)?.[1] ?? "");
  });

  test("applies a stack through an assumed role, in one account and region only", async () => {
    await stack.apply();
    const { alarms, topics, subscriptions } = await readHoldings(account);
    const { topic } = await stack.output();
    expect(alarms).toMatchObject([{ AlarmName: "lab", AlarmDescription: "a lab alarm", AlarmActions: [topic] }]);
    expect(topics).toMatchObject([{ TopicArn: topic }]);
    expect(subscriptions).toMatchObject([{ TopicArn: topic, Protocol: "sqs", Endpoint: queue.arn }]);
    expect(await readTags(account, `${topic}`)).toEqual({ owner: "lab" });
    expect(await readTags(account, alarms[0]?.AlarmArn ?? "")).toEqual({ owner: "lab" });
    expect(await readHoldings(openAccount(aws, management))).toEqual(nothing);
    expect(await readHoldings(openAccount(aws, { ...member, region: "us-east-1" }))).toEqual(nothing);
  });

  test("plans nothing after an apply", async () => {
    const plan = await stack.plan();
    expect(changes(plan)).toEqual([]);
    expect(plan.verdict).toBe("empty");
  });

  test("carries a datum on the metric to the queue", async () => {
    await putDatum(account, metric);
    const { Message } = await receive(account, queue);
    expect(JSON.parse(Message)).toMatchObject({
      AlarmName: "lab",
      AWSAccountId: member.account,
      Region: member.region,
    });
    expect(await readAlarmState(account, "lab")).toBe("ALARM");
  });

  test("leaves nothing after a destroy", async () => {
    await stack.destroy();
    expect(await stack.stateList()).toEqual([]);
    expect(await readHoldings(account)).toEqual(nothing);
  });
});

describeLab("the lab with authorization", () => {
  let aws: Emulator;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack", auth: true });
    await createBucket(openAccount(aws, management), "lab-state");
  });
  afterAll(() => aws?.stop());

  test("refuses what the deploy role does not allow", async () => {
    await createDeployRole(aws, {
      account: member.account,
      name: "keywatch-deploy",
      trusted: management.account,
      actions: ["sns:*"],
    });
    const stack = newLabStack(aws, "arn:aws:sqs:eu-west-1:111111111111:lab");
    await stack.init();
    await expect(stack.apply()).rejects.toThrow(/not authorized to perform: cloudwatch:PutMetricAlarm/);
  });
});

describeLab("the lab on moto", () => {
  test("keeps accounts apart", async () => {
    const aws = await startEmulator({ kind: "moto" });
    const [ours, theirs] = [openAccount(aws, member), openAccount(aws, management)];
    await createLogGroup(ours, "lab");
    expect(await readLogGroups(ours)).toMatchObject([{ logGroupName: "lab" }]);
    expect(await readHoldings(theirs)).toEqual(nothing);
    await aws.stop();
  });
});

function newLabStack(aws: Emulator, queue: string): Terraform {
  return new Terraform(newStack("lab", describeStack(queue)), emulatedEnvironment(aws, management));
}

function describeStack(queue: string): object {
  const topic = "${aws_sns_topic.alerts.arn}";
  return {
    terraform: {
      required_providers: { aws: awsProvider },
      backend: {
        s3: {
          bucket: "lab-state",
          key: "lab.tfstate",
          region: management.region,
          use_lockfile: true,
          use_path_style: true,
        },
      },
    },
    provider: {
      aws: {
        region: member.region,
        allowed_account_ids: [member.account],
        assume_role: [{ role_arn: `arn:aws:iam::${member.account}:role/keywatch-deploy` }],
        default_tags: [{ tags: { owner: "lab" } }],
      },
    },
    resource: {
      aws_sns_topic: { alerts: { name: "lab" } },
      aws_sns_topic_subscription: { queue: { topic_arn: topic, protocol: "sqs", endpoint: queue } },
      aws_cloudwatch_metric_alarm: {
        events: {
          alarm_name: "lab",
          alarm_description: "a lab alarm",
          namespace: metric.namespace,
          metric_name: metric.name,
          statistic: "Sum",
          period: 300,
          evaluation_periods: 1,
          threshold: 1,
          comparison_operator: "GreaterThanOrEqualToThreshold",
          treat_missing_data: "notBreaching",
          alarm_actions: [topic],
        },
      },
    },
    output: { topic: { value: topic } },
  };
}
