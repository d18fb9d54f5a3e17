import {
  DeleteBucketPolicyCommand,
  DeleteObjectCommand,
  GetBucketEncryptionCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  ListBucketsCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { synth } from "../../modules/stacks";
import { smallFleet } from "../support/fleet";
import { targetsOf } from "../support/targets";
import { type Account, openAccount } from "./lab/accounts";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { emulatedEnvironment } from "./lab/environment";
import { newFolder } from "./lab/folder";
import { readHoldings } from "./lab/holdings";
import { changes, Terraform } from "./lab/terraform";

const pipeline = { account: "999999999999", region: "eu-west-1" };
const member = { account: "111111111111", region: "eu-west-1" };
const logGroupArn = "arn:aws:logs:eu-west-1:111111111111:log-group:keywatch/trail";
const Bucket = "keywatch-logs-111111111111-eu-west-1";

jest.setTimeout(180_000);

describeLab("a created trail", () => {
  let aws: Emulator;
  let account: Account;
  let stack: Terraform;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "moto" });
    account = openAccount(aws, member);
    stack = new Terraform(synthesize(), emulatedEnvironment(aws, pipeline));
    await stack.init();
    await stack.apply();
  });
  afterAll(() => aws?.stop());

  test("plans nothing after an apply, and reads back as it was meant", async () => {
    const plan = await stack.plan();
    expect(changes(plan)).toEqual([]);
    expect(plan.verdict).toBe("empty");
    const trail = plan.json.resource_changes?.find(({ type }) => type === "aws_cloudtrail");
    expect(trail?.change.after).toMatchObject({
      arn: "arn:aws:cloudtrail:eu-west-1:111111111111:trail/keywatch-trail",
      cloud_watch_logs_group_arn: `${logGroupArn}:*`,
      cloud_watch_logs_role_arn: "arn:aws:iam::111111111111:role/keywatch-111111111111-eu-west-1-trail",
      enable_log_file_validation: true,
      enable_logging: true,
      event_selector: [
        { read_write_type: "All", include_management_events: true, exclude_management_event_sources: [] },
      ],
      include_global_service_events: true,
      is_multi_region_trail: true,
      kms_key_id: expect.stringMatching(/^arn:aws:kms:eu-west-1:111111111111:key\//),
      s3_bucket_name: Bucket,
    });
  });

  test("keeps its events in an encrypted log group that the control watches", async () => {
    const { logGroups, metricFilters } = await readHoldings(account);
    expect(logGroups).toMatchObject([
      { logGroupName: "keywatch/trail", retentionInDays: 365, kmsKeyId: expect.stringContaining(":key/") },
    ]);
    expect(metricFilters).toMatchObject([{ logGroupName: "keywatch/trail" }]);
  });

  test("keeps its events in a private, versioned, encrypted bucket", async () => {
    const { s3 } = account;
    const { PublicAccessBlockConfiguration } = await s3.send(new GetPublicAccessBlockCommand({ Bucket }));
    expect(PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    const { Status } = await s3.send(new GetBucketVersioningCommand({ Bucket }));
    expect(Status).toBe("Enabled");
    const { ServerSideEncryptionConfiguration } = await s3.send(new GetBucketEncryptionCommand({ Bucket }));
    expect(ServerSideEncryptionConfiguration?.Rules).toMatchObject([
      { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms" }, BucketKeyEnabled: true },
    ]);
    const { Policy } = await s3.send(new GetBucketPolicyCommand({ Bucket }));
    expect(JSON.parse(Policy ?? "").Statement.map(({ Sid }: { Sid: string }) => Sid)).toEqual([
      "TrailLooksForOwner",
      "TrailWrites",
      "OnlyTls",
      "OnlyKeepersTakeAway",
    ]);
  });

  test("is not destroyed while its bucket holds an event", async () => {
    const event = { Bucket, Key: "AWSLogs/111111111111/event.json.gz" };
    await account.s3.send(new DeleteBucketPolicyCommand({ Bucket })); // moto overlooks conditions and refuses every call
    const { VersionId } = await account.s3.send(new PutObjectCommand({ ...event, Body: "" }));
    await expect(stack.destroy()).rejects.toThrow("BucketNotEmpty");
    await account.s3.send(new DeleteObjectCommand({ ...event, VersionId }));
  });

  test("leaves nothing after a destroy", async () => {
    await stack.destroy();
    expect(await stack.stateList()).toEqual([]);
    const nothing = { logGroups: [], metricFilters: [], alarms: [], topics: [], subscriptions: [] };
    expect(await readHoldings(account)).toEqual(nothing);
    const { Buckets } = await account.s3.send(new ListBucketsCommand({}));
    expect(Buckets ?? []).toEqual([]);
  });
});

function synthesize(): string {
  const role = "arn:aws:iam::{account}:role/keywatch-deploy";
  const targets = targetsOf(smallFleet({ "accounts[0].role": role, "accounts[0].trail": { create: {} } }));
  const { outdir } = synth(targets, `${newFolder("created-trail")}/cdktf.out`);
  return `${outdir}/stacks/keywatch-111111111111-eu-west-1`;
}
