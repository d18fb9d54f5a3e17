import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PutMetricAlarmCommand } from "@aws-sdk/client-cloudwatch";
import { PutMetricFilterCommand } from "@aws-sdk/client-cloudwatch-logs";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { CreateTopicCommand } from "@aws-sdk/client-sns";
import type { Existing } from "../../modules/cli/preflight";
import { type Changes, changed } from "../support/fleet";
import { keywatchAsync } from "../support/keywatch";
import { type Account, openAccount } from "./lab/accounts";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { newFolder } from "./lab/folder";
import {
  bucket,
  data,
  fleetConfig,
  logGroup,
  management,
  payments,
  pipeline,
  prepareState,
  prepareTarget,
} from "./support/fleet";

const fleet = {
  accounts: [
    { id: payments, name: "payments" },
    { id: data, name: "data" },
  ],
};
const stackId = `keywatch-${payments}-eu-west-1`;
const there = {
  "aws_cloudwatch_log_metric_filter.cis_4_7": "KMSCustomerKeyDisableOrDeleteEvents",
  "aws_cloudwatch_metric_alarm.cis_4_7": "KMSCustomerKeyDisableOrDeleteAlarm",
  "aws_sns_topic.alerts": `arn:aws:sns:eu-west-1:${payments}:KMSCustomerKeyEvents`,
};

jest.setTimeout(120_000);

describeLab("a look for what a deploy would overwrite", () => {
  let aws: Emulator;

  const run = (changes: Changes, ...args: string[]) => {
    const file = join(newFolder("preflight"), "keywatch.config.json");
    writeFileSync(file, JSON.stringify(changed(fleetConfig(aws, fleet), changes)));
    return keywatchAsync(["preflight", "--config", file, ...args], process.env);
  };
  const found = async (changes: Changes) => {
    const [first, second] = JSON.parse((await run(changes, "--json")).out);
    expect(second).toEqual({ stackId: `keywatch-${data}-eu-west-1`, existing: [] });
    return first;
  };

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    Object.assign(process.env, pipeline(aws));
    await prepareState(aws);
    const account = await prepareTarget(aws, { account: payments, region: "eu-west-1" });
    await prepareTarget(aws, { account: data, region: "eu-west-1" });
    await makeByHand(account);
  });
  afterAll(() => aws?.stop());

  test("finds filter, alarm and topic of the same names, and tells the line that takes them over", async () => {
    const { existing } = await found({});
    expect(Object.fromEntries(existing.map(({ address, name }: Existing) => [address, name]))).toEqual(there);
    const { code, out } = await run({});
    expect(code).toBe(1);
    expect(out).toContain("  to take it over instead: adopt: [filter, alarm, topic]\n");
    expect(out).toMatch(/2 targets looked at: 3 resources there already\.\n$/);
  });

  test("finds nothing where the config takes over what is there", async () => {
    expect(await found({ "accounts[0].adopt": ["filter", "alarm", "topic"] })).toEqual({ stackId, existing: [] });
    expect(await run({ "accounts[0].adopt": ["filter", "alarm", "topic"] })).toMatchObject({ code: 0 });
  });

  test("cannot tell whose it is where the state cannot be read", async () => {
    const { existing } = await found({ state: { type: "hcp", organization: "acme" } });
    expect(existing).toHaveLength(3);
    expect(existing).toEqual(existing.map((one: Existing) => ({ ...one, stateRead: false })));
  });

  test("finds only what the stack's state does not hold", async () => {
    await putState(["aws_cloudwatch_log_metric_filter", "cis_4_7"], ["aws_sns_topic", "alerts"]);
    const { existing } = await found({});
    expect(existing).toMatchObject([
      { address: "aws_cloudwatch_metric_alarm.cis_4_7", stateRead: true, adopt: "alarm" },
    ]);
  });

  async function putState(...addresses: readonly (readonly [string, string])[]): Promise<void> {
    const resources = addresses.map(([type, name]) => ({
      mode: "managed",
      type,
      name,
      instances: [{ attributes: {} }],
    }));
    const Key = `keywatch/${payments}/eu-west-1.tfstate`;
    const { s3 } = openAccount(aws, management);
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: JSON.stringify({ version: 4, resources }) }));
  }
});

async function makeByHand({ logs, cloudwatch, sns }: Account): Promise<void> {
  const metric = { metricName: "by-hand", metricNamespace: "by-hand", metricValue: "1" };
  await logs.send(
    new PutMetricFilterCommand({
      logGroupName: logGroup,
      filterName: there["aws_cloudwatch_log_metric_filter.cis_4_7"],
      filterPattern: "{ $.eventName = DisableKey }",
      metricTransformations: [metric],
    }),
  );
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: there["aws_cloudwatch_metric_alarm.cis_4_7"],
      Namespace: "by-hand",
      MetricName: "by-hand",
      Statistic: "Sum",
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: "GreaterThanThreshold",
    }),
  );
  await sns.send(new CreateTopicCommand({ Name: "KMSCustomerKeyEvents" }));
}
