import { CloudFormationClient, CreateStackCommand, waitUntilStackCreateComplete } from "@aws-sdk/client-cloudformation";
import { GetPolicyVersionCommand } from "@aws-sdk/client-iam";
import { permissionsOf, rolesOf } from "../support/roles";
import { openAccount } from "./lab/accounts";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { emulatedEnvironment, secretAccessKey } from "./lab/environment";
import { newStack } from "./lab/folder";
import { awsProvider } from "./lab/provider";
import { allow, createRole } from "./lab/roles";
import { Terraform } from "./lab/terraform";
import {
  type AuditedFleet,
  deployFleet,
  findingsOf,
  fleet,
  fleetActions,
  ids,
  security,
} from "./support/audited-fleet";
import { data, fleetConfig, management, payments } from "./support/fleet";
import { actionOf, grantsOf, limitedTo } from "./support/grants";

jest.setTimeout(300_000);

describeLab("the audit role of keywatch permissions, in a fleet with a hub and the fast path", () => {
  const auditRole = "arn:aws:iam::{account}:role/keywatch-audit";
  const trust = `arn:aws:iam::${management.account}:root`;
  let aws: Emulator;
  let deployed: AuditedFleet;
  const config = () => fleetConfig(aws, fleet);
  const rolesIn = (id: string) => rolesOf(config(), "deploy", "audit", "--account", id, "--trust", trust);

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack", auth: true, tls: true });
    for (const id of ids) {
      const account = openAccount(aws, { account: id, region: "eu-west-1" });
      for (const role of Object.values(rolesIn(id))) await createRole(account, role);
    }
    deployed = await deployFleet(aws);
  });
  afterAll(() => aws?.stop());

  test("sees everything", async () => {
    const audit = await deployed.audited(["--role", auditRole]);
    expect(audit.complete).toBe(true);
    expect(findingsOf(audit)).toEqual([]);
  });

  test.each(fleetActions)("does not see everything without %s", async (action) => {
    const where = action === "events:DescribeEventBus" ? security : data; // the hub alone has a bus
    const { audit } = rolesIn(where);
    const others = grantsOf(audit).filter((grant) => actionOf(grant) !== action);
    await allow(deployed.accountOf(where), limitedTo(audit, new Set(others)));
    const { complete, targets } = await deployed.audited(["--role", auditRole]);
    await allow(deployed.accountOf(where), audit);
    expect(complete).toBe(false);
    const blind = targets.filter(({ steps, fault }) => fault || steps.some(({ verdict }) => verdict === "unknown"));
    expect(blind.map(({ account }) => account.id)).toEqual([where]);
    expect(JSON.stringify(blind)).toContain(`is not authorized to perform: ${action}`);
  });
});

describeLab("the forms of keywatch permissions", () => {
  const pipeline = `arn:aws:iam::${management.account}:role/keywatch-pipeline`;
  const config = fleetConfig({ url: "http://127.0.0.1" }, { accounts: [{ id: payments, name: "payments" }] });
  const kinds = ["deploy", "plan", "audit", "drill"] as const;
  const written = (format: string) =>
    JSON.parse(permissionsOf(config, ...kinds, "--trust", pipeline, "--format", format).out);
  let aws: Emulator;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
  });
  afterAll(() => aws?.stop());

  /** The policy that an account has under a name. */
  async function policyIn(account: string, name: string): Promise<unknown> {
    const { iam } = openAccount(aws, { account, region: "eu-west-1" });
    const PolicyArn = `arn:aws:iam::${account}:policy/${name}`;
    const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: "v1" }));
    return JSON.parse(decodeURIComponent(PolicyVersion?.Document ?? ""));
  }

  /** The policy that is written as JSON for an account. */
  const policyFor = (account: string, kind: (typeof kinds)[number]) =>
    rolesOf(config, kind, "--account", account)[kind].policies[0]?.document;

  test("Terraform makes the roles with the policies of the account", async () => {
    const env = emulatedEnvironment(aws, { account: payments, region: "eu-west-1" });
    const providers = { terraform: { required_providers: { aws: awsProvider } } };
    const terraform = new Terraform(newStack("roles", { ...providers, ...written("terraform") }), env);
    await terraform.init();
    await terraform.validate();
    await terraform.apply();
    for (const kind of kinds) {
      expect(await policyIn(payments, `keywatch-${kind}`)).toEqual(policyFor(payments, kind));
    }
  });

  test("CloudFormation makes them too", async () => {
    const credentials = { accessKeyId: payments, secretAccessKey };
    const cloudFormation = new CloudFormationClient({ region: "eu-central-1", endpoint: aws.url, credentials });
    await aws.reset();
    const StackName = "keywatch-roles";
    const TemplateBody = JSON.stringify(written("cloudformation"));
    const Capabilities = ["CAPABILITY_NAMED_IAM" as const];
    await cloudFormation.send(new CreateStackCommand({ StackName, TemplateBody, Capabilities }));
    await waitUntilStackCreateComplete({ client: cloudFormation, maxWaitTime: 60 }, { StackName });
    for (const kind of kinds) {
      expect(await policyIn(payments, `keywatch-${kind}`)).toEqual(policyFor(payments, kind));
    }
  });
});
