import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import { type Changes, changed } from "../support/fleet";
import { openAccount } from "./lab/accounts";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { type Caller, emulatedEnvironment } from "./lab/environment";
import { newFolder } from "./lab/folder";
import { type Holdings, readHoldings, readTags } from "./lab/holdings";
import {
  bucket,
  data,
  fleetConfig,
  logGroup,
  management,
  nothing,
  payments,
  pipeline,
  prepareState,
  prepareTarget,
  queueArn,
  queueTemplate,
} from "./support/fleet";
import { inPairs } from "./support/pairs";
import { Project } from "./support/project";

const targets: readonly Caller[] = [payments, data].flatMap((account) =>
  ["eu-west-1", "us-east-1"].map((region) => ({ account, region })),
);
const elsewhere: readonly Caller[] = [
  management,
  { ...management, region: "us-east-1" },
  { account: payments, region: "eu-central-1" },
  { account: data, region: "eu-central-1" },
];
const stranger: Caller = { account: "333333333333", region: "eu-west-1" };
const stackOf = ({ account, region }: Caller) => `keywatch-${account}-${region}`;
const nowhere = Object.fromEntries(targets.map((target) => [stackOf(target), []]));

const fleet = {
  defaults: {
    regions: ["eu-west-1", "us-east-1"],
    subscriptions: [
      { protocol: "sqs", endpoint: queueTemplate },
      { protocol: "email", endpoint: "security@acme.example" },
    ],
    tags: { owner: "security" },
  },
  accounts: [
    { id: payments, name: "payments-prod" },
    {
      id: data,
      name: "data-prod",
      overrides: { "us-east-1": { subscriptions: [{ protocol: "email", endpoint: "data@acme.example" }] } },
    },
  ],
};

const emailsOf = ({ account, region }: Caller): string =>
  account === data && region === "us-east-1" ? "data@acme.example" : "security@acme.example";
const endpointsOf = (target: Caller): readonly string[] =>
  emailsOf(target).startsWith("data") ? [emailsOf(target)] : [queueArn(target), emailsOf(target)];

jest.setTimeout(180_000);

describeLab("a fleet of two accounts and two regions", () => {
  let aws: Emulator;
  let project: Project;
  const at = (place: Caller): Promise<Holdings> => readHoldings(openAccount(aws, place));
  const changedProject = (name: string, changes: Changes) =>
    new Project(name, changed(fleetConfig(aws, fleet), changes), pipeline(aws));

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    await prepareState(aws);
    await Promise.all(targets.map((target) => prepareTarget(aws, target)));
    project = changedProject("fleet", {});
    await project.deploy();
  });
  afterAll(() => aws?.stop());

  describe.each(targets)("in account $account, $region", (target) => {
    const { account, region } = target;
    const topic = `arn:aws:sns:${region}:${account}:KMSCustomerKeyEvents`;
    let held: Holdings;

    beforeAll(async () => {
      held = await at(target);
    });

    test("counts the events on the trail's log group", () => {
      expect(held.logGroups.map(({ logGroupName }) => logGroupName)).toEqual([logGroup]);
      expect(held.metricFilters).toMatchObject([
        {
          filterName: "KMSCustomerKeyDisableOrDeleteEvents",
          filterPattern:
            "{($.eventSource = kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}",
          logGroupName: logGroup,
          metricTransformations: [
            { metricName: "KMSCustomerKeyDisableOrDeleteEvents", metricNamespace: "CISBenchmark", metricValue: "1" },
          ],
        },
      ]);
    });

    test("has an alarm that names the place", async () => {
      expect(held.alarms).toMatchObject([
        {
          AlarmName: "KMSCustomerKeyDisableOrDeleteAlarm",
          AlarmDescription: expect.stringContaining(`account ${account}, alarm in ${region}.`),
          Namespace: "CISBenchmark",
          MetricName: "KMSCustomerKeyDisableOrDeleteEvents",
          Statistic: "Sum",
          Period: 300,
          Threshold: 1,
          ComparisonOperator: "GreaterThanOrEqualToThreshold",
          EvaluationPeriods: 1,
          TreatMissingData: "notBreaching",
          ActionsEnabled: true,
          AlarmActions: [topic],
        },
      ]);
      expect(held.alarms[0]?.OKActions ?? []).toEqual([]);
      expect(await readTags(openAccount(aws, target), held.alarms[0]?.AlarmArn ?? "")).toEqual({ owner: "security" });
    });

    test("has one topic, encrypted by a key of its own", () => {
      const key = expect.stringMatching(`^arn:aws:kms:${region}:${account}:key/`);
      expect(held.topics).toMatchObject([{ TopicArn: topic, KmsMasterKeyId: key }]);
      expect(JSON.parse(held.topics[0]?.Policy ?? "{}").Statement[0]).toMatchObject({
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: "sns:Publish",
        Resource: topic,
      });
    });

    test("has every subscription, and no other", () => {
      const endpoints = held.subscriptions.map(({ TopicArn, Endpoint }) => ({ TopicArn, Endpoint }));
      const expected = endpointsOf(target).map((Endpoint) => ({ TopicArn: topic, Endpoint }));
      expect(endpoints).toHaveLength(expected.length);
      expect(endpoints).toEqual(expect.arrayContaining(expected));
    });
  });

  test.each(elsewhere)("makes nothing in account $account, $region", async (place) => {
    expect(await at(place)).toEqual(nothing);
  });

  test("keeps one state a target, and no lock", async () => {
    const { Contents = [] } = await openAccount(aws, management).s3.send(new ListObjectsV2Command({ Bucket: bucket }));
    expect(Contents.map(({ Key }) => Key).sort()).toEqual(
      targets.map(({ account, region }) => `keywatch/${account}/${region}.tfstate`),
    );
  });

  test("plans nothing after a deploy", async () => {
    const planned = await inPairs(targets, async (target) => (await project.stack(stackOf(target))).planned());
    expect(planned.flat()).toEqual([]);
  });

  test("plans nothing when accounts are renamed and listed in another order", async () => {
    const [first, second] = fleet.accounts;
    const renamed = changedProject("renamed", {
      accounts: [
        { ...second, name: "analytics" },
        { ...first, name: "shop" },
      ],
      "defaults.subscriptions": [...fleet.defaults.subscriptions].reverse(),
      "defaults.regions": [...fleet.defaults.regions].reverse(),
    });
    expect(await plannedChanges(renamed)).toEqual(nowhere);
  });

  test("plans one subscription in one stack when one endpoint changes", async () => {
    const moved = changedProject("moved", {
      'accounts[1].overrides["us-east-1"].subscriptions[0].endpoint': "platform@acme.example",
    });
    expect(await plannedChanges(moved)).toEqual({
      ...nowhere,
      [`keywatch-${data}-us-east-1`]: [
        expect.stringMatching(/^create aws_sns_topic_subscription\.email_[0-9a-f]{8}$/),
        expect.stringMatching(/^delete aws_sns_topic_subscription\.email_[0-9a-f]{8}$/),
      ],
    });
  });

  test("changes nothing with the credentials of another account", async () => {
    const noRole = { "defaults.role": undefined, state: { type: "local", path: newFolder("wrong-state") } };
    const wrong = new Project("wrong", changed(fleetConfig(aws, fleet), noRole), emulatedEnvironment(aws, stranger));
    const target = { account: payments, region: "eu-west-1" };
    await prepareTarget(aws, stranger);
    const before = [await at(target), await at(stranger)];
    await expect(wrong.deploy(stackOf(target))).rejects.toThrow(/AWS account ID not allowed: 333333333333/);
    expect([await at(target), await at(stranger)]).toEqual(before);
  });

  test("leaves nothing after a destroy", async () => {
    await project.destroy();
    for (const target of targets) {
      const { logGroups, ...made } = await at(target);
      expect(logGroups.map(({ logGroupName }) => logGroupName)).toEqual([logGroup]);
      expect({ logGroups: [], ...made }).toEqual(nothing);
    }
    const states = await inPairs(targets, async (target) => (await project.stack(stackOf(target))).stateList());
    expect(states.flat()).toEqual([]);
  });

  async function plannedChanges(other: Project): Promise<Record<string, readonly string[]>> {
    const stacks = await other.synth();
    return Object.fromEntries(await inPairs(stacks, async (id) => [id, await (await other.stack(id)).planned()]));
  }
});
