import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  CreateStackCommand,
  DescribeStackSetCommand,
  waitUntilStackCreateComplete,
} from "@aws-sdk/client-cloudformation";
import { DescribeRuleCommand, ListTargetsByRuleCommand, TestEventPatternCommand } from "@aws-sdk/client-eventbridge";
import { GetRolePolicyCommand } from "@aws-sdk/client-iam";
import type { Audit } from "../../modules/cli/audit";
import { eventOf, matchesEvent } from "../../modules/events";
import type { Target } from "../../modules/fleet";
import { CORPUS } from "../events/corpus";
import { type Changes, organizationFleet } from "../support/fleet";
import { keywatchAsync } from "../support/keywatch";
import { targetsOf } from "../support/targets";
import { type Account, openAccount } from "./lab/accounts";
import { runCfnLint } from "./lab/cfn-lint";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { emulatedEnvironment } from "./lab/environment";
import { type FaultProxy, startFaultProxy } from "./lab/fault-proxy";
import { newFolder } from "./lab/folder";
import { findingsOf, organizationActions } from "./support/audited-fleet";
import { deleteStackSet, type Fault, stackSetFaults } from "./support/faults";
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

/** What goes wrong with the StackSet, and what an audit finds. */
const FAULTS: readonly (readonly [string, Fault, readonly string[]])[] = [
  ["its template is changed by hand", stackSetFaults.otherTemplate, ["fail stack-set-template"]],
  ["it is no longer deployed by itself", stackSetFaults.notByItself, ["fail stack-set-auto-deployment"]],
  ["it is taken out of a region", stackSetFaults.outOfOneRegion, ["fail stack-set-reach"]],
  [
    "it is taken out of all regions",
    stackSetFaults.outOfAllRegions,
    ["fail stack-set-instances", "fail stack-set-reach"],
  ],
];

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
  let file: string;
  let proxy: FaultProxy;
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
  const found = (...findings: readonly string[]) => findings.map((finding) => `keywatch-organization ${finding}`);

  /** What `keywatch audit` finds of the stack of the organization. */
  async function audited(): Promise<Audit> {
    const args = ["--config", file, "--only", "keywatch-organization", "--json"];
    return JSON.parse((await keywatchAsync(["audit", ...args], process.env)).out);
  }

  beforeAll(async () => {
    aws = await startEmulator({ kind: "moto" });
    organization = await foundOrganization(aws);
    unlisted = await organization.join("unlisted");
    listed = await organization.join("listed");
    const env = emulatedEnvironment(aws, { account: owner, region: "eu-west-1" });
    local = new LocalFleet("organization", env);
    local.synth(targetsOf(config()));
    await (await local.stack("keywatch-organization")).apply();
    proxy = await startFaultProxy(aws.url);
    Object.assign(process.env, env, { AWS_ENDPOINT_URL: proxy.url });
    file = join(newFolder("organization"), "keywatch.config.json");
    writeFileSync(file, JSON.stringify(config()));
  });
  afterEach(() => proxy.calm());
  afterAll(() => {
    proxy?.stop();
    return aws?.stop();
  });

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

  test("is found in order by an audit of its stack, which asks nobody else", async () => {
    const { complete, targets } = await audited();
    expect(complete).toBe(true);
    expect(targets.map(({ stackId, caller }) => [stackId, caller])).toEqual([
      ["keywatch-organization", expect.stringContaining(`:${owner}:assumed-role/keywatch-deploy/`)],
    ]);
    expect(targets[0]?.steps.map(({ id, verdict, evidence }) => [id, verdict, evidence])).toEqual([
      ["stack-set-exists", "pass", "keywatch-organization is ACTIVE."],
      ["stack-set-auto-deployment", "pass", "It is SERVICE_MANAGED, with automatic deployment on."],
      ["stack-set-template", "pass", "Its template is the stack's."],
      ["stack-set-reach", "pass", `It reaches ${organization.root} in eu-west-1, us-east-1.`],
      ["stack-set-instances", "pass", "6 CURRENT."], // the emulator deploys to the management account too
    ]);
  });

  test("is asked of nothing but what the role of an audit may do", () => {
    const asked = proxy.calls.map(({ account, service, action }) => `${account} ${service}:${action}`);
    expect([...new Set(asked)].filter((call) => !call.includes(" sts:"))).toEqual([
      `${owner} cloudformation:DescribeStackSet`,
      `${owner} cloudformation:ListStackInstances`,
    ]);
    expect(organizationActions).toEqual([
      "cloudformation:DescribeStackSet",
      "cloudformation:ListStackInstances",
      "organizations:ListDelegatedAdministrators", // which CloudFormation asks for a delegated administrator
    ]);
  });

  test.each(FAULTS)("is found in an audit where %s", async (_, fault, findings) => {
    const undo = await fault(accountIn(owner, "eu-west-1"));
    const audit = await audited();
    await undo();
    expect(findingsOf(audit)).toEqual(found(...findings));
    expect(findingsOf(await audited())).toEqual([]);
  });

  test.each([
    ["DescribeStackSet", "stack-set-exists"],
    ["ListStackInstances", "stack-set-instances"],
  ])("is unknown to an audit that %s refuses", async (action, step) => {
    proxy.misbehave("refuses", (call) => call.action === action);
    const audit = await audited();
    expect(audit.complete).toBe(false);
    expect(findingsOf(audit)).toEqual(found(`unknown ${step}`));
  });

  test("changes in place when another account is listed", async () => {
    local.synth(targetsOf(config({ "organization.exclude": [unlisted] })));
    const stack = await local.stack("keywatch-organization");
    expect(await stack.planned()).toEqual(["update aws_cloudformation_stack_set.organization"]);
  });

  test("is missed by an audit when it is deleted", async () => {
    await deleteStackSet(accountIn(owner, "eu-west-1"));
    expect(findingsOf(await audited())).toEqual(found("fail stack-set-exists"));
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
