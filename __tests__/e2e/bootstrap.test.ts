import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UpdateAssumeRolePolicyCommand, UpdateRoleDescriptionCommand } from "@aws-sdk/client-iam";
import {
  DeleteObjectCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketPolicyCommand,
  GetBucketReplicationCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  ListObjectsV2Command,
} from "@aws-sdk/client-s3";
import { actionsOf } from "../../modules/access";
import { changed, type Raw } from "../support/fleet";
import { rolesOf } from "../support/roles";
import { type Account, openAccount } from "./lab/accounts";
import { type Environment, type Finished, run } from "./lab/command";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { newFolder } from "./lab/folder";
import { inProject, projectRoot } from "./lab/paths";
import { allow, createRole, environmentOf } from "./lab/roles";
import { Terraform } from "./lab/terraform";
import { bucket, fleetConfig, management, payments, pipeline } from "./support/fleet";
import { actionOf, type Grant, grantsOf } from "./support/grants";
import { attemptOf, grow } from "./support/grow";

jest.setTimeout(400_000);

/** A fleet whose states lie in a bucket with a copy. */
const configOf = (aws: Emulator, changes: Raw = {}): Raw =>
  changed(fleetConfig(aws, { accounts: [{ id: payments, name: "payments" }] }), {
    "state.bootstrap": { account: management.account, replica: { region: "eu-central-1" } },
    ...changes,
  });

/** Runs `keywatch bootstrap` with the config of a folder. */
const bootstrapIn = (folder: string, env: Environment): Promise<Finished> =>
  run(
    process.execPath,
    [
      inProject("bin/keywatch.js"),
      "bootstrap",
      "--auto-approve",
      "-c",
      join(folder, "config.json"),
      "-o",
      join(folder, "cdktf.out"),
    ],
    { cwd: projectRoot, env },
    [0, 1],
  );

describeLab("the bucket of the states", () => {
  const folder = newFolder("bootstrap");
  const stack = join(folder, "cdktf.out", "bootstrap", "stacks", "keywatch-state");
  let aws: Emulator;
  let account: Account;
  let env: Environment;

  const bootstrap = (): Promise<Finished> => bootstrapIn(folder, env);
  const write = (changes: Raw) => writeFileSync(join(folder, "config.json"), JSON.stringify(configOf(aws, changes)));
  const states = async () => {
    const { Contents = [] } = await account.s3.send(new ListObjectsV2Command({ Bucket: bucket }));
    return Contents.map(({ Key }) => Key);
  };

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    env = pipeline(aws);
    account = openAccount(aws, management);
    write({});
    expect(await bootstrap()).toMatchObject({ code: 0, stderr: "" });
  });
  afterAll(() => aws?.stop());

  test("is private, encrypted, versioned, over TLS only, and keeps old versions for 90 days", async () => {
    const of = { Bucket: bucket };
    const [access, encryption, versioning, lifecycle, policy] = await Promise.all([
      account.s3.send(new GetPublicAccessBlockCommand(of)),
      account.s3.send(new GetBucketEncryptionCommand(of)),
      account.s3.send(new GetBucketVersioningCommand(of)),
      account.s3.send(new GetBucketLifecycleConfigurationCommand(of)),
      account.s3.send(new GetBucketPolicyCommand(of)),
    ]);
    expect(access.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(encryption.ServerSideEncryptionConfiguration?.Rules).toMatchObject([
      { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } },
    ]);
    expect(versioning.Status).toBe("Enabled");
    expect(lifecycle.Rules).toMatchObject([{ Status: "Enabled", NoncurrentVersionExpiration: { NoncurrentDays: 90 } }]);
    expect(JSON.parse(policy.Policy ?? "").Statement).toMatchObject([
      { Effect: "Deny", Action: "s3:*", Condition: { Bool: { "aws:SecureTransport": "false" } } },
    ]);
  });

  test("keeps the state of its own stack, and nothing of it stays behind in the folder", async () => {
    expect(await states()).toEqual(["keywatch/state.tfstate"]);
    expect(readdirSync(stack).filter((name) => /tfstate|override/.test(name))).toEqual([]);
    expect(await new Terraform(stack, env).planned()).toEqual([]);
  });

  test("is changed by the next run to what the config says then", async () => {
    write({ "defaults.tags": { owner: "security" } });
    const { code, stdout } = await bootstrap();
    expect(code).toBe(0);
    expect(stdout).toContain("0 to add, 3 to change, 0 to destroy");
  });

  test("is completed by the next run where the first was cut off before its state had moved", async () => {
    const terraform = new Terraform(stack, env);
    const override = join(stack, "backend_override.tf.json");
    writeFileSync(override, JSON.stringify({ terraform: { backend: { local: { path: "bootstrap.tfstate" } } } }));
    await terraform.init("-migrate-state", "-force-copy");
    await account.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: "keywatch/state.tfstate" }));
    expect(readFileSync(join(stack, "bootstrap.tfstate"), "utf8")).toContain(bucket);

    expect(await bootstrap()).toMatchObject({ code: 0, stderr: "" });
    expect(await states()).toEqual(["keywatch/state.tfstate"]);
    expect(await terraform.planned()).toEqual([]);
  });

  test("is copied to another region, where versions are kept too", async () => {
    const copy = openAccount(aws, { ...management, region: "eu-central-1" });
    const { Status } = await copy.s3.send(new GetBucketVersioningCommand({ Bucket: `${bucket}-replica` }));
    expect(Status).toBe("Enabled");
    const { ReplicationConfiguration } = await account.s3.send(new GetBucketReplicationCommand({ Bucket: bucket }));
    expect(ReplicationConfiguration).toMatchObject({
      Role: `arn:aws:iam::${management.account}:role/keywatch-state-replica`,
      Rules: [{ Status: "Enabled", Destination: { Bucket: `arn:aws:s3:::${bucket}-replica` } }],
    });
  });

  test("is refused in the account of other credentials, and nothing is made", async () => {
    write({ "state.bootstrap.account": payments });
    const { code, stderr } = await bootstrap();
    expect(code).toBe(1);
    expect(stderr).toBe(
      `keywatch: The credentials are of account ${management.account}, not of ${payments}.\n` +
        "  to mend it: Name a `role` of the account in the config or with --role, or use the account's own credentials.\n",
    );
  });
});

describeLab("the role of keywatch permissions bootstrap", () => {
  const folder = newFolder("bootstrap");
  let aws: Emulator;
  let account: Account;

  const write = (tags: object) =>
    writeFileSync(join(folder, "config.json"), JSON.stringify(configOf(aws, { "defaults.tags": tags })));
  const job = async () => {
    // a run that may not unlock leaves its lock behind; at first there is no bucket
    const lock = { Bucket: bucket, Key: "keywatch/state.tfstate.tflock" };
    await account.s3.send(new DeleteObjectCommand(lock)).catch(() => undefined);
    const env = await environmentOf(aws, management, "keywatch-bootstrap");
    return attemptOf(await bootstrapIn(folder, { ...env, TF_CLI_ARGS_apply: "-json" }));
  };

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack", auth: true, tls: true });
    account = openAccount(aws, management);
  });
  afterAll(() => aws?.stop());

  test("is the documented one, grown from what the plan role needs of buckets and roles", async () => {
    const role = rolesOf(configOf(aws), "bootstrap", "--trust", `arn:aws:iam::${management.account}:root`).bootstrap;
    const reading = grantsOf(role).filter((grant) => actionsOf("plan").includes(actionOf(grant)));
    const grown = (from: readonly Grant[]) => grow({ role, from, allow: (limited) => allow(account, limited), job });
    await createRole(account, role);

    write({});
    const making = await grown(reading);
    write({ owner: "security" });
    const tagging = await grown([...reading, ...making]);
    const RoleName = "keywatch-state-replica";
    await account.iam.send(new UpdateRoleDescriptionCommand({ RoleName, Description: "by hand" }));
    await account.iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: JSON.stringify(role.trust) }));
    write({ team: "security" });
    const mending = await grown([...reading, ...making, ...tagging]);
    expect([...reading, ...making, ...tagging, ...mending].sort()).toEqual(grantsOf(role).sort());
  });
});
