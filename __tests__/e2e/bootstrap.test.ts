import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
import { changed, type Raw } from "../support/fleet";
import { type Account, openAccount } from "./lab/accounts";
import { type Environment, type Finished, run } from "./lab/command";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { newFolder } from "./lab/folder";
import { inProject, projectRoot } from "./lab/paths";
import { Terraform } from "./lab/terraform";
import { bucket, fleetConfig, management, payments, pipeline } from "./support/fleet";

jest.setTimeout(180_000);

describeLab("the bucket of the states", () => {
  const folder = newFolder("bootstrap");
  const stack = join(folder, "cdktf.out", "bootstrap", "stacks", "keywatch-state");
  let aws: Emulator;
  let account: Account;
  let env: Environment;

  const bootstrap = (): Promise<Finished> =>
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
  const write = (changes: Raw) => {
    const config = fleetConfig(aws, { accounts: [{ id: payments, name: "payments" }] });
    const all = {
      "state.bootstrap": { account: management.account, replica: { region: "eu-central-1" } },
      ...changes,
    };
    writeFileSync(join(folder, "config.json"), JSON.stringify(changed(config, all)));
  };
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
