import { targetsOf } from "../support/targets";
import { type Account, openAccount } from "./lab/accounts";
import { putDatum, readAlarmState, receive } from "./lab/alert";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { emulatedEnvironment } from "./lab/environment";
import { eventually } from "./lab/eventually";
import { createLogGroup, createQueue, type Queue } from "./lab/ground";
import { readAlarms, readHoldings, readMetricFilters, readTopics } from "./lab/holdings";
import { changes, foundBy, type Plan, type Terraform } from "./lab/terraform";
import { LocalFleet } from "./support/local-fleet";
import { inPairs } from "./support/pairs";

const region = "eu-west-1";
const [alone, organization] = ["111111111111", "222222222222"] as const;
const [payments, data, security] = ["333333333333", "444444444444", "999999999999"] as const;

/** A fleet with all three topologies: an account for itself, one with an organization's trail, and a hub with two members. */
const fleet = {
  name: "keywatch",
  defaults: {
    regions: [region],
    role: "arn:aws:iam::{account}:role/keywatch-deploy",
    trail: { logGroup: "trail" },
    topic: { hub: security },
    subscriptions: [{ protocol: "sqs", endpoint: "arn:aws:sqs:{region}:{account}:alerts" }],
  },
  accounts: [
    { id: alone, name: "alone", topic: {} },
    { id: organization, name: "organization", topic: {}, trail: { logGroup: "trail", organization: true } },
    { id: payments, name: "payments" },
    { id: data, name: "data" },
    { id: security, name: "security", topic: { name: "security-alerts" }, controls: { "cis-4.7": false } },
  ],
};

/** Whose topic there is in each topology, and who publishes to it. */
const topologies = [
  { topology: "own topic", owner: alone, topic: "KMSCustomerKeyEvents", publishers: [alone] },
  { topology: "hub", owner: security, topic: "security-alerts", publishers: [payments, data, security] },
  { topology: "organization trail", owner: organization, topic: "KMSCustomerKeyEvents", publishers: [organization] },
];

const stackIdOf = (account: string) => `keywatch-${account}-${region}`;

jest.setTimeout(300_000);

describeLab("a fleet of every topology", () => {
  const accounts = new Map<string, Account>();
  const queues = new Map<string, Queue>();
  const stacks = new Map<string, Terraform>();
  const plans = new Map<string, Plan>();
  let aws: Emulator;
  let local: LocalFleet;

  const accountOf = (id: string) => accounts.get(id) as Account;
  const planOf = (id: string) => plans.get(stackIdOf(id)) as Plan;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    for (const { id } of fleet.accounts) {
      const account = openAccount(aws, { account: id, region });
      await createLogGroup(account, "trail");
      queues.set(id, await createQueue(account, "alerts"));
      accounts.set(id, account);
    }

    const targets = targetsOf(fleet);
    local = new LocalFleet("topologies", emulatedEnvironment(aws, { account: security, region }));
    local.synth(targets);
    const apply = async (stackId: string) => {
      const stack = await local.stack(stackId);
      await stack.apply();
      stacks.set(stackId, stack);
    };
    const members = targets.filter(({ dependsOn }) => dependsOn.includes(stackIdOf(security)));
    const others = targets.filter((target) => !members.includes(target));
    for (const wave of [others, members]) await inPairs(wave, ({ stackId }) => apply(stackId));
    await inPairs([...stacks], async ([id, stack]) => plans.set(id, await stack.plan()));
  });
  afterAll(() => aws?.stop());

  test("deploys the hub before its members", () => {
    expect([...stacks.keys()].slice(-2).sort()).toEqual([stackIdOf(payments), stackIdOf(data)]);
  });

  test("has nothing left to plan", () => {
    expect([...plans.values()].flatMap(changes)).toEqual([]);
    expect([...plans.values()].map(({ verdict }) => verdict)).toEqual(Array(5).fill("empty"));
  });

  describe.each(topologies)("$topology", ({ owner, topic, publishers }) => {
    test("lets alarms and rules of its accounts, and nobody else, publish", async () => {
      const [held, ...others] = await readTopics(accountOf(owner));
      expect(others).toEqual([]);
      expect(held?.TopicArn).toBe(`arn:aws:sns:${region}:${owner}:${topic}`);
      const allowed = statementsIn(held?.Policy).filter(
        ({ Effect, Action }) => Effect === "Allow" && Action === "sns:Publish",
      );
      const SourceAccounts = { "aws:SourceAccount": publishers };
      expect(allowed).toMatchObject([
        { Principal: { Service: "cloudwatch.amazonaws.com" }, Condition: { StringEquals: SourceAccounts } },
        { Principal: { Service: "events.amazonaws.com" }, Condition: { StringEqualsIfExists: SourceAccounts } },
      ]);
    });

    test("is encrypted with a key of its own, rotated and guarded, that alarms of its accounts may use", async () => {
      const key = foundBy(planOf(owner), "aws_kms_key.alerts");
      const [held] = await readTopics(accountOf(owner));
      expect(held?.KmsMasterKeyId).toBe(key.arn);
      expect(key).toMatchObject({ enable_key_rotation: true, is_enabled: true });
      const use = ["kms:Decrypt", "kms:GenerateDataKey*"];
      const keepers = { "aws:PrincipalArn": [`arn:aws:iam::${owner}:role/keywatch-deploy`] };
      expect(statementsIn(key.policy)).toMatchObject([
        { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${owner}:root` } },
        { Effect: "Deny", Principal: "*", Condition: { ArnNotLike: keepers } },
        {
          Effect: "Allow",
          Principal: { Service: "cloudwatch.amazonaws.com" },
          Action: use,
          Condition: { StringEquals: { "aws:SourceAccount": publishers } },
        },
        { Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: use },
      ]);
    });
  });

  test.each([alone, organization])("carries a datum on the metric of %s through its topic to the queue", async (id) => {
    await count(accountOf(id));
    const { TopicArn, Message } = await receive(accountOf(id), queues.get(id) as Queue);
    expect(TopicArn).toBe((await readTopics(accountOf(id)))[0]?.TopicArn);
    expect(JSON.parse(Message)).toMatchObject({ NewStateValue: "ALARM", AWSAccountId: id });
  });

  test.each([payments, data])("has the alarm of member %s fire with the hub's topic as its action", async (id) => {
    const [alarm, ...others] = await readAlarms(accountOf(id));
    const [hub] = await readTopics(accountOf(security));
    expect(others).toEqual([]);
    expect(alarm).toMatchObject({ ActionsEnabled: true, AlarmActions: [hub?.TopicArn] });
    expect(await readTopics(accountOf(id))).toEqual([]);

    await count(accountOf(id));
    await eventually(`the alarm of ${id}`, async () => {
      const state = await readAlarmState(accountOf(id), alarm?.AlarmName ?? "");
      return state === "ALARM" || undefined;
    });
  });

  test("destroys exactly what a retired account had", async () => {
    const others = fleet.accounts.filter(({ id }) => id !== alone).map(({ id }) => id);
    const holdingsOfOthers = () => Promise.all(others.map((id) => readHoldings(accountOf(id))));
    const textsOfOthers = () => others.map((id) => local.text(stackIdOf(id)));
    const [holdings, texts] = [await holdingsOfOthers(), textsOfOthers()];
    const stack = stacks.get(stackIdOf(alone)) as Terraform;
    const had = (await stack.stateList()).filter((address) => !address.startsWith("data."));

    local.synth(
      targetsOf({
        ...fleet,
        accounts: fleet.accounts.filter(({ id }) => id !== alone),
        retired: fleet.accounts.filter(({ id }) => id === alone),
      }),
    );
    expect(textsOfOthers()).toEqual(texts);
    expect(changes(await stack.plan()).toSorted()).toEqual(had.map((address) => `delete ${address}`).toSorted());

    await stack.apply();
    const left = await readHoldings(accountOf(alone));
    expect(left).toMatchObject({ metricFilters: [], alarms: [], topics: [], subscriptions: [] });
    expect(left.logGroups).toMatchObject([{ logGroupName: "trail" }]);
    expect(await holdingsOfOthers()).toEqual(holdings);
  });
});

/** Puts a datum on the metric of the account's filter, as an event that matches would. */
async function count(account: Account): Promise<void> {
  const [filter] = await readMetricFilters(account);
  const [metric] = filter?.metricTransformations ?? [];
  await putDatum(account, { namespace: metric?.metricNamespace ?? "", name: metric?.metricName ?? "" });
}

function statementsIn(policy: unknown): readonly Readonly<Record<string, unknown>>[] {
  return JSON.parse(String(policy)).Statement;
}
