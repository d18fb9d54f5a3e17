import { GetDashboardCommand } from "@aws-sdk/client-cloudwatch";
import { matches } from "../../modules/controls/filter-pattern";
import type { Target } from "../../modules/fleet";
import { parsed } from "../controls/filter-pattern/parsed";
import { smallFleet } from "../support/fleet";
import { heartbeatEvent } from "../support/heartbeat-event";
import { rolesOf } from "../support/roles";
import { targetsOf } from "../support/targets";
import { type Account, openAccount } from "./lab/accounts";
import { putDatum, readAlarmState, receive } from "./lab/alert";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { emulatedEnvironment } from "./lab/environment";
import { eventually } from "./lab/eventually";
import { createLogGroup, createQueue, letTopicSend, type Queue } from "./lab/ground";
import { type Holdings, readHoldings } from "./lab/holdings";
import { createRole } from "./lab/roles";
import { changes, foundBy, type Terraform } from "./lab/terraform";
import { management } from "./support/fleet";
import { LocalFleet } from "./support/local-fleet";

const place = { account: "111111111111", region: "eu-west-1" };
const queueArn = (name: string) => `arn:aws:sqs:${place.region}:${place.account}:${name}`;

/** Two topics, so that one can tell of the other, each with a queue for what it cannot deliver. */
const fleet = smallFleet({
  "accounts[0].role": "arn:aws:iam::{account}:role/keywatch-deploy",
  "accounts[0].liveness": true,
  "accounts[0].dashboard": true,
  "accounts[0].subscriptions": [
    { protocol: "sqs", endpoint: queueArn("alerts"), deadLetterQueueArn: queueArn("undelivered") },
  ],
  "accounts[0].routes": { critical: { subscriptions: [{ protocol: "sqs", endpoint: queueArn("critical") }] } },
});
const [target] = targetsOf(fleet) as [Target];

jest.setTimeout(300_000);

describeLab("the alert path that is watched, deployed with the documented permissions,", () => {
  let aws: Emulator;
  let account: Account;
  let stack: Terraform;
  let held: Holdings;
  let critical: Queue;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack", auth: true });
    account = openAccount(aws, place);
    const trust = `arn:aws:iam::${management.account}:root`;
    await createRole(account, rolesOf(fleet, "deploy", "--account", place.account, "--trust", trust).deploy);
    await createLogGroup(account, "trail");
    await createQueue(account, "undelivered");
    await createQueue(account, "alerts");
    critical = await createQueue(account, "critical");
    await letTopicSend(account, critical, target.topics.at(-1)?.arn ?? "");
    const local = new LocalFleet("liveness", emulatedEnvironment(aws, management));
    local.synth([target]);
    stack = await local.stack(target.stackId);
    await stack.apply();
    held = await readHoldings(account);
  });
  afterAll(() => aws?.stop());

  test("is applied as a whole, and nothing is left to plan", async () => {
    const plan = await stack.plan();
    expect(changes(plan)).toEqual([]);
    expect(foundBy(plan, "aws_scheduler_schedule.heartbeat")).toMatchObject({
      schedule_expression: "rate(1 hour)",
      state: "ENABLED",
      target: [{ arn: "arn:aws:scheduler:::aws-sdk:kms:generateRandom", input: '{"NumberOfBytes":1}' }],
    });
  });

  test("has the alarms, each with the topics that it tells", () => {
    const topicsOf = Object.fromEntries(
      held.alarms.map(({ AlarmName = "", AlarmActions = [] }) => [
        AlarmName,
        AlarmActions.map((arn) => arn.split(":").at(-1)).sort(),
      ]),
    );
    const [common, urgent] = ["KMSCustomerKeyEvents", "KMSCustomerKeyEvents-critical"];
    expect(topicsOf).toEqual({
      KMSCustomerKeyDisableOrDeleteAlarm: [urgent],
      KeywatchTrailSilentAlarm: [urgent],
      KeywatchHeartbeatMissingAlarm: [urgent],
      "KeywatchNotificationsFailedAlarm-alerts": [common, urgent],
      "KeywatchNotificationsFailedAlarm-alerts_critical": [common],
      "KeywatchNotificationsLostAlarm-alerts": [urgent],
    });
  });

  test("counts the heartbeat of this stack, and of no other", () => {
    const { filterPattern = "" } =
      held.metricFilters.find(({ filterName }) => filterName === "KeywatchHeartbeats") ?? {};
    expect(matches(parsed(filterPattern), heartbeatEvent(place))).toBe(true);
    expect(matches(parsed(filterPattern), heartbeatEvent({ ...place, region: "us-east-1" }))).toBe(false);
  });

  test("tells of a heartbeat that stopped, and is well again with the next one", async () => {
    const heartbeats = { namespace: "Keywatch", name: "KeywatchHeartbeats" };
    await putDatum(account, heartbeats, 0);
    const { Message } = await receive(account, critical);
    expect(JSON.parse(Message)).toMatchObject({
      AlarmName: "KeywatchHeartbeatMissingAlarm",
      NewStateValue: "ALARM",
      AlarmDescription: expect.stringContaining("account 111111111111, alarm in eu-west-1."),
    });
    await putDatum(account, heartbeats, 1);
    await eventually("the heartbeat's alarm to be over", async () => {
      return (await readAlarmState(account, "KeywatchHeartbeatMissingAlarm")) === "OK" || undefined;
    });
  });

  test("tells of a trail that fell silent", async () => {
    await putDatum(account, { namespace: "AWS/Logs", name: "IncomingLogEvents" }, 0);
    const { Message } = await receive(account, critical);
    expect(JSON.parse(Message)).toMatchObject({ AlarmName: "KeywatchTrailSilentAlarm", NewStateValue: "ALARM" });
  });

  test("tells of a topic that failed over the other one", async () => {
    await putDatum(account, { namespace: "AWS/SNS", name: "NumberOfNotificationsFailed" });
    const { Message } = await receive(account, critical);
    expect(JSON.parse(Message)).toMatchObject({
      AlarmName: "KeywatchNotificationsFailedAlarm-alerts",
      AlarmDescription: expect.stringContaining("The topic is KMSCustomerKeyEvents."),
    });
  });

  test("has the dashboard", async () => {
    const { DashboardBody = "" } = await account.cloudwatch.send(
      new GetDashboardCommand({ DashboardName: target.stackId }),
    );
    expect(JSON.parse(DashboardBody)).toEqual(JSON.parse(target.dashboard?.body ?? ""));
  });
});
