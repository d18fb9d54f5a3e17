import type { Locality } from "../../modules/aws";
import type { MadeTrail } from "../../modules/fleet";
import { trailBucketPolicy } from "../../modules/monitor/trail-bucket-policy";
import { deliveryPolicy, deliveryTrust } from "../../modules/monitor/trail-delivery-policy";
import { trailKeyPolicy } from "../../modules/monitor/trail-key-policy";
import type { Changes } from "../support/fleet";
import { stackOf } from "../support/stacks";

const at: Locality = { partition: "aws", region: "eu-west-1", account: "111111111111" };
const china: Locality = { partition: "aws-cn", region: "cn-north-1", account: "111111111111" };
const trailArn = "arn:aws:cloudtrail:eu-west-1:111111111111:trail/keywatch-trail";
const logGroupArn = "arn:aws:logs:eu-west-1:111111111111:log-group:keywatch/trail";
const bucketArn = "arn:aws:s3:::keywatch-logs-111111111111-eu-west-1";
const deployRole = "arn:aws:iam::111111111111:role/keywatch-deploy";
const breakGlass = "arn:aws:iam::111111111111:role/break-glass";

const created: MadeTrail = {
  name: "keywatch-trail",
  arn: trailArn,
  bucket: "keywatch-logs-111111111111-eu-west-1",
  keyAlias: "alias/keywatch-trail",
  keepers: [breakGlass, deployRole],
  role: "keywatch-111111111111-eu-west-1-trail",
  retentionDays: 365,
};

const KEEPERS: Changes = { "accounts[0].role": deployRole, "accounts[0].breakGlassRoles": [breakGlass] };

/** The resources of the only stack of a fleet that makes a trail, without CDKTF's comments. */
function blocksOf({ create = {}, ...changes }: Changes = {}) {
  const { resource } = stackOf({ "accounts[0].trail": { create }, ...changes });
  return JSON.parse(JSON.stringify(resource, (key, value) => (key === "//" ? undefined : value)));
}

describe("a created trail", () => {
  test("records every management event of every region, validated and encrypted", () => {
    expect(blocksOf().aws_cloudtrail).toEqual({
      trail: {
        name: "keywatch-trail",
        is_multi_region_trail: true,
        include_global_service_events: true,
        enable_logging: true,
        enable_log_file_validation: true,
        event_selector: [{ read_write_type: "All", include_management_events: true }],
        kms_key_id: "${aws_kms_key.trail.arn}",
        s3_bucket_name: "${aws_s3_bucket.trail.bucket}",
        cloud_watch_logs_group_arn: "${aws_cloudwatch_log_group.trail.arn}:*",
        cloud_watch_logs_role_arn: "${aws_iam_role.trail.arn}",
        depends_on: ["aws_s3_bucket_policy.trail", "aws_iam_role_policy.trail"],
      },
    });
  });

  test("has one address for all that it consists of", () => {
    const types = Object.entries(blocksOf()).flatMap(([type, blocks]) => ("trail" in (blocks as object) ? type : []));
    expect(types).toEqual([
      "aws_cloudtrail",
      "aws_cloudwatch_log_group",
      "aws_iam_role",
      "aws_iam_role_policy",
      "aws_kms_alias",
      "aws_kms_key",
      "aws_s3_bucket",
      "aws_s3_bucket_lifecycle_configuration",
      "aws_s3_bucket_ownership_controls",
      "aws_s3_bucket_policy",
      "aws_s3_bucket_public_access_block",
      "aws_s3_bucket_server_side_encryption_configuration",
      "aws_s3_bucket_versioning",
    ]);
  });

  test("writes to an encrypted log group, for which the filter waits", () => {
    const { aws_cloudwatch_log_group, aws_cloudwatch_log_metric_filter } = blocksOf({ create: { retentionDays: 731 } });
    expect(aws_cloudwatch_log_group.trail).toEqual({
      name: "keywatch/trail",
      retention_in_days: 731,
      kms_key_id: "${aws_kms_key.trail.arn}",
    });
    expect(aws_cloudwatch_log_metric_filter.cis_4_7.log_group_name).toBe("${aws_cloudwatch_log_group.trail.name}");
  });

  test("encrypts with a key that is rotated and can be had back for 30 days", () => {
    const { aws_kms_key, aws_kms_alias } = blocksOf(KEEPERS);
    expect(aws_kms_key.trail).toEqual({
      description: "Encrypts the events of CloudTrail trail keywatch-trail. Without it they are not recorded.",
      enable_key_rotation: true,
      deletion_window_in_days: 30,
      policy: JSON.stringify(trailKeyPolicy(created, "keywatch/trail", at)),
    });
    expect(aws_kms_alias.trail).toEqual({
      name: "alias/keywatch-trail",
      target_key_id: "${aws_kms_key.trail.key_id}",
    });
  });

  test("keeps its events in a bucket that is private, encrypted, versioned and not emptied", () => {
    const blocks = blocksOf(KEEPERS);
    const bucket = "${aws_s3_bucket.trail.bucket}";
    expect(blocks.aws_s3_bucket.trail).toEqual({ bucket: created.bucket, force_destroy: false });
    expect(blocks.aws_s3_bucket_public_access_block.trail).toEqual({
      bucket,
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(blocks.aws_s3_bucket_ownership_controls.trail).toMatchObject({
      bucket,
      rule: { object_ownership: "BucketOwnerEnforced" },
    });
    expect(blocks.aws_s3_bucket_versioning.trail).toEqual({
      bucket,
      versioning_configuration: { status: "Enabled" },
    });
    expect(blocks.aws_s3_bucket_server_side_encryption_configuration.trail).toEqual({
      bucket,
      rule: [
        {
          apply_server_side_encryption_by_default: {
            sse_algorithm: "aws:kms",
            kms_master_key_id: "${aws_kms_key.trail.arn}",
          },
          bucket_key_enabled: true,
        },
      ],
    });
    expect(blocks.aws_s3_bucket_lifecycle_configuration.trail).toEqual({
      bucket,
      rule: [
        {
          id: "old-versions",
          status: "Enabled",
          filter: [{ prefix: "" }],
          noncurrent_version_expiration: [{ noncurrent_days: 365 }],
          abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
        },
      ],
      depends_on: ["aws_s3_bucket_versioning.trail"],
    });
    expect(blocks.aws_s3_bucket_policy.trail).toMatchObject({
      bucket,
      policy: JSON.stringify(trailBucketPolicy(created, at)),
    });
  });

  test("is delivered by a role of its own", () => {
    const { aws_iam_role, aws_iam_role_policy } = blocksOf();
    expect(aws_iam_role.trail).toMatchObject({
      name: "keywatch-111111111111-eu-west-1-trail",
      assume_role_policy: JSON.stringify(deliveryTrust()),
    });
    expect(aws_iam_role_policy.trail).toEqual({
      name: "write-events",
      role: "${aws_iam_role.trail.name}",
      policy: JSON.stringify(deliveryPolicy("keywatch/trail", at)),
    });
  });

  test("has the names that the config gives it", () => {
    const create = { name: "audit", bucket: "acme-audit", logGroup: "audit/events" };
    const blocks = blocksOf({ create });
    expect(blocks.aws_cloudtrail.trail.name).toBe("audit");
    expect(blocks.aws_s3_bucket.trail.bucket).toBe("acme-audit");
    expect(blocks.aws_cloudwatch_log_group.trail.name).toBe("audit/events");
    expect(blocks.aws_kms_alias.trail.name).toBe("alias/audit");
    expect(blocks.aws_kms_key.trail.policy).toContain(":trail/audit");
    expect(blocks.aws_s3_bucket_policy.trail.policy).toContain("arn:aws:s3:::acme-audit/AWSLogs/111111111111/*");
    expect(blocks.aws_iam_role_policy.trail.policy).toContain("log-group:audit/events:log-stream:");
  });

  test.each([
    ["the shortest name of a fleet", "k"],
    ["the longest name of a fleet", `K${"x".repeat(29)}`],
    ["a name that ends with a separator", "key-watch_"],
  ])("is named as AWS allows for %s", (_, name) => {
    const blocks = blocksOf({ name, "accounts[0].regions": ["ap-northeast-1"] });
    expect(blocks.aws_cloudtrail.trail.name).toMatch(/^(?=.{3,128}$)[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/);
    expect(blocks.aws_s3_bucket.trail.bucket).toMatch(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/);
    expect(blocks.aws_iam_role.trail.name).toMatch(/^[\w-]{1,64}$/);
  });

  test("leaves key and bucket to every administrator where no deploy role is known", () => {
    const { aws_kms_key, aws_s3_bucket_policy } = blocksOf({ "accounts[0].breakGlassRoles": [breakGlass] });
    expect(aws_kms_key.trail.policy).not.toContain("OnlyKeepers");
    expect(aws_s3_bucket_policy.trail.policy).not.toContain("OnlyKeepers");
  });
});

describe("the key policy of a trail", () => {
  test("lets this trail and this log group use the key, and keepers alone end it", () => {
    const trail = { Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" }, Resource: "*" };
    expect(trailKeyPolicy(created, "keywatch/trail", at)).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AccountAdministers",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111111111111:root" },
          Action: "kms:*",
          Resource: "*",
        },
        {
          Sid: "OnlyKeepersEndIt",
          Effect: "Deny",
          Principal: "*",
          Action: ["kms:DisableKey", "kms:ScheduleKeyDeletion", "kms:PutKeyPolicy"],
          Resource: "*",
          Condition: { ArnNotLike: { "aws:PrincipalArn": [breakGlass, deployRole] } },
        },
        {
          ...trail,
          Sid: "TrailEncrypts",
          Action: "kms:GenerateDataKey*",
          Condition: {
            StringEquals: { "aws:SourceArn": trailArn, "kms:EncryptionContext:aws:cloudtrail:arn": trailArn },
          },
        },
        {
          ...trail,
          Sid: "TrailUsesBucketKey",
          Action: ["kms:Decrypt", "kms:DescribeKey"],
          Condition: { StringEquals: { "aws:SourceArn": trailArn } },
        },
        {
          Sid: "LogGroupUses",
          Effect: "Allow",
          Principal: { Service: "logs.eu-west-1.amazonaws.com" },
          Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
          Resource: "*",
          Condition: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": logGroupArn } },
        },
      ],
    });
  });

  test("names CloudWatch Logs as it is called in China", () => {
    expect(trailKeyPolicy(created, "keywatch/trail", china).Statement.at(-1)).toMatchObject({
      Principal: { Service: "logs.cn-north-1.amazonaws.com.cn" },
    });
  });
});

describe("the bucket policy of a trail", () => {
  test("lets this trail write, keepers alone take away, and nobody go without TLS", () => {
    const trail = { Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" } };
    const everybody = { Effect: "Deny", Principal: "*", Resource: [bucketArn, `${bucketArn}/*`] };
    expect(trailBucketPolicy(created, at)).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          ...trail,
          Sid: "TrailLooksForOwner",
          Action: "s3:GetBucketAcl",
          Resource: bucketArn,
          Condition: { StringEquals: { "aws:SourceArn": trailArn } },
        },
        {
          ...trail,
          Sid: "TrailWrites",
          Action: "s3:PutObject",
          Resource: `${bucketArn}/AWSLogs/111111111111/*`,
          Condition: {
            StringEquals: { "aws:SourceArn": trailArn, "s3:x-amz-acl": "bucket-owner-full-control" },
          },
        },
        {
          ...everybody,
          Sid: "OnlyTls",
          Action: "s3:*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
        {
          ...everybody,
          Sid: "OnlyKeepersTakeAway",
          Action: [
            "s3:DeleteBucket",
            "s3:DeleteBucketPolicy",
            "s3:DeleteObject",
            "s3:DeleteObjectVersion",
            "s3:PutBucketPolicy",
            "s3:PutBucketVersioning",
            "s3:PutLifecycleConfiguration",
          ],
          Condition: { ArnNotLike: { "aws:PrincipalArn": [breakGlass, deployRole] } },
        },
      ],
    });
  });

  test("is of the partition of the region", () => {
    expect(trailBucketPolicy(created, china).Statement[0]?.Resource).toBe(`arn:aws-cn:s3:::${created.bucket}`);
  });
});

describe("the delivery role of a trail", () => {
  test("may make and fill the account's streams of one log group, and nothing else", () => {
    expect(deliveryPolicy("keywatch/trail", at)).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "WriteEvents",
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: `${logGroupArn}:log-stream:111111111111_CloudTrail_eu-west-1*`,
        },
      ],
    });
  });

  test("is CloudTrail's alone", () => {
    expect(deliveryTrust().Statement).toEqual([
      {
        Sid: "TrailActs",
        Effect: "Allow",
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: "sts:AssumeRole",
      },
    ]);
  });
});
