import {
  CreateStackCommand,
  DescribeStackSetCommand,
  waitUntilStackCreateComplete,
} from "@aws-sdk/client-cloudformation";
import { DescribeRuleCommand, ListTargetsByRuleCommand, TestEventPatternCommand } from "@aws-sdk/client-eventbridge";
import { GetRolePolicyCommand } from "@aws-sdk/client-iam";
import { eventOf, matchesEvent } from "../../modules/events";
import type { Target } from "../../modules/fleet";
import { CORPUS } from "../events/corpus";
import { type Changes, organizationFleet } from "../support/fleet";
import { targetsOf } from "../support/targets";
import { type Account, openAccount } from "./lab/accounts";
import { runCfnLint } from "./lab/cfn-lint";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { emulatedEnvironment } from "./lab/environment";
import { LocalFleet } from "./support/local-fleet";
import { foundOrganization, type Organization, owner } from "./support/organization";

const REGIONS = ["eu-west-1", "us-east-1"];
const HUB = "999999999999";
const busIn = (region: string) => `arn:aws:events:${region}:${HUB}:event-bus/keywatch-keys`;

const organizationOf = (targets: readonly Target[]) =>
  targets.flatMap(({ organization }) => organization ?? [])[0] as NonNullable<Target["organization"]>;

/** The rule of an account that sends, with what it sends to. */
async function relayIn({ events }: Account) {
  const { State, EventPattern } = await events.send(new DescribeRuleCommand({ Name: "keywatch-organization" }));
  const { Targets = [] } = await events.send(new ListTargetsByRuleCommand({ Rule: "keywatch-organization" }));
  return { State, EventPattern, to: Targets.map(({ Arn, RoleArn }) => [Arn, RoleArn]) };
}

jest.setTimeout(180_000);

describeLab("the template of an organization", () => {
  const template = (changes: Changes) => organizationOf(targetsOf(organizationFleet(changes))).template;
  const exclude = Array.from({ length: 120 }, (_, index) => String(index).padStart(12, "0"));

  test.each([
    ["that has no exceptions", {}],
    ["that has some", { "defaults.fastPath": true }],
    ["that has more than one Or takes", { "organization.exclude": exclude }],
  ])("%s is one that CloudFormation takes", async (_, changes) => {
    expect(await runCfnLint(template(changes), REGIONS)).toEqual([]);
  });

  test("would be objected to where it names what is not there", async () => {
    const wrong = template({}).replace('["Role","Arn"]', '["Rolle","Arn"]');
    expect((await runCfnLint(wrong, REGIONS)).map(({ id }) => id)).toContain("E1010");
  });
});

describeLab("the StackSet of an organization", () => {
  let aws: Emulator;
  let organization: Organization;
  let local: LocalFleet;
  let [unlisted, listed] = ["", ""];
  const config = (changes: Changes = {}) =>
    organizationFleet({
      "organization.id": organization.id,
      "organization.units": [organization.root],
      "organization.account": owner,
      "accounts[0]": { id: listed, name: "listed", fastPath: true },
      ...changes,
    });
  const accountIn = (account: string, region: string) => openAccount(aws, { account, region });

  beforeAll(async () => {
    aws = await startEmulator({ kind: "moto" });
    organization = await foundOrganization(aws);
    unlisted = await organization.join("unlisted");
    listed = await organization.join("listed");
    local = new LocalFleet("organization", emulatedEnvironment(aws, { account: owner, region: "eu-west-1" }));
    local.synth(targetsOf(config()));
    await (await local.stack("keywatch-organization")).apply();
  });
  afterAll(() => aws?.stop());

  test("is deployed by itself to accounts that come, and takes back what it made in those that go", async () => {
    const { StackSet } = await accountIn(owner, "eu-west-1").cloudformation.send(
      new DescribeStackSetCommand({ StackSetName: "keywatch-organization" }),
    );
    expect(StackSet).toMatchObject({
      PermissionModel: "SERVICE_MANAGED",
      AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: false },
      Capabilities: ["CAPABILITY_NAMED_IAM"],
    });
    expect(StackSet?.TemplateBody).toBe(organizationOf(targetsOf(config())).template);
  });

  test("has nothing left to plan once it is applied", async () => {
    expect(await (await local.stack("keywatch-organization")).planned()).toEqual([]);
  });

  test.each(REGIONS)("sends from an account that nobody lists, in %s, to the bus of that region", async (region) => {
    const { State, to } = await relayIn(accountIn(unlisted, region));
    expect(State).toBe("ENABLED");
    expect(to).toEqual([[busIn(region), `arn:aws:iam::${unlisted}:role/keywatch-organization-${region}`]]);
  });

  test("is silent where an account tells of its events itself, and nowhere else", async () => {
    const states = REGIONS.map(async (region) => (await relayIn(accountIn(listed, region))).State);
    expect(await Promise.all(states)).toEqual(["DISABLED", "ENABLED"]);
  });

  test("changes in place when another account is listed", async () => {
    local.synth(targetsOf(config({ "organization.exclude": [unlisted] })));
    const stack = await local.stack("keywatch-organization");
    expect(await stack.planned()).toEqual(["update aws_cloudformation_stack_set.organization"]);
  });
});

describeLab("what the template makes in an account", () => {
  const members = ["111111111111", "222222222222"] as const;
  const accounts = new Map<string, Account>();
  let aws: Emulator;
  const accountOf = (id: string) => accounts.get(id) as Account;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    const StackName = "StackSet-keywatch-organization";
    // without exceptions: this emulator fills in no account in a condition, which moto does above
    const TemplateBody = organizationOf(targetsOf(organizationFleet())).template;
    for (const id of members) {
      const account = openAccount(aws, { account: id, region: "eu-west-1" });
      const client = account.cloudformation;
      accounts.set(id, account);
      await client.send(new CreateStackCommand({ StackName, TemplateBody, Capabilities: ["CAPABILITY_NAMED_IAM"] }));
      await waitUntilStackCreateComplete({ client, maxWaitTime: 60, minDelay: 1 }, { StackName });
    }
  });
  afterAll(() => aws?.stop());

  test.each(members)("is in %s a rule that sends to the hub by a role that may do nothing else", async (id) => {
    const RoleName = "keywatch-organization-eu-west-1";
    const { State, to } = await relayIn(accountOf(id));
    expect([State, to]).toEqual(["ENABLED", [[busIn("eu-west-1"), `arn:aws:iam::${id}:role/${RoleName}`]]]);
    const { PolicyDocument = "" } = await accountOf(id).iam.send(
      new GetRolePolicyCommand({ RoleName, PolicyName: "send-to-hub" }),
    );
    expect(JSON.parse(decodeURIComponent(PolicyDocument)).Statement).toEqual([
      { Sid: "SendToHub", Effect: "Allow", Action: "events:PutEvents", Resource: busIn("eu-west-1") },
    ]);
  });

  test.each(members)("matches in %s the key events that are told, as AWS writes them, and no other", async (id) => {
    const { EventPattern = "" } = await relayIn(accountOf(id));
    const matched = await Promise.all(
      CORPUS.map(async ({ record }) => {
        const event = { id: "1", version: "0", resources: [], ...eventOf(record) };
        const { Result } = await accountOf(id).events.send(
          new TestEventPatternCommand({ EventPattern, Event: JSON.stringify(event) }),
        );
        expect([record, Result]).toEqual([record, matchesEvent(JSON.parse(EventPattern), eventOf(record))]);
        return Result;
      }),
    );
    expect(matched.filter(Boolean).length).toBeGreaterThan(5);
  });
});
