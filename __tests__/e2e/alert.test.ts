import { matches } from "../../modules/controls/filter-pattern";
import { parsed } from "../controls/filter-pattern/parsed";
import type { Account } from "./lab/accounts";
import { putDatum, readAlarmState, receive } from "./lab/alert";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { type Holdings, readHoldings } from "./lab/holdings";
import { fleetConfig, payments, pipeline, prepareState, prepareTarget, queueArn, queueName } from "./support/fleet";
import { Project } from "./support/project";

const target = { account: payments, region: "eu-west-1" };

/** CloudTrail's record of a call, with what the pattern looks at and some of what it does not. */
const record = (eventSource: string, eventName: string) => ({
  eventVersion: "1.08",
  userIdentity: { type: "IAMUser", accountId: target.account, userName: "mallory" },
  eventSource,
  eventName,
  awsRegion: target.region,
  requestParameters: { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab" },
  eventType: "AwsApiCall",
});

jest.setTimeout(120_000);

describeLab("the path of an alert", () => {
  let aws: Emulator;
  let account: Account;
  let held: Holdings;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    await prepareState(aws);
    account = await prepareTarget(aws, target);
    await new Project(
      "alert",
      fleetConfig(aws, { accounts: [{ id: payments, name: "payments" }] }),
      pipeline(aws),
    ).deploy();
    held = await readHoldings(account);
  });
  afterAll(() => aws?.stop());

  test.each([
    ["kms.amazonaws.com", "DisableKey", true],
    ["kms.amazonaws.com", "ScheduleKeyDeletion", true],
    ["kms.amazonaws.com", "EnableKey", false],
    ["ec2.amazonaws.com", "DisableKey", false],
  ])("starts at the deployed pattern: %s %s counts: %s", (eventSource, eventName, counts) => {
    const pattern = parsed(held.metricFilters[0]?.filterPattern ?? "");
    expect(matches(pattern, record(eventSource, eventName))).toBe(counts);
  });

  test("goes on from the filter's metric to the queue, and names account and region", async () => {
    const [alarm, filter] = [held.alarms[0], held.metricFilters[0]?.metricTransformations?.[0]];
    await putDatum(account, { namespace: filter?.metricNamespace ?? "", name: filter?.metricName ?? "" });

    const queue = { url: `${aws.url}/${target.account}/${queueName}`, arn: queueArn(target) };
    const { Message, TopicArn } = await receive(account, queue);
    const told = JSON.parse(Message);
    expect(told).toMatchObject({ AlarmName: alarm?.AlarmName, NewStateValue: "ALARM" });
    expect(told.AlarmDescription).toContain(`account ${target.account}`);
    expect(told.AlarmDescription).toContain(target.region);
    expect(TopicArn).toBe(held.topics[0]?.TopicArn);
    expect(await readAlarmState(account, alarm?.AlarmName ?? "")).toBe("ALARM");
  });
});
