import { validate } from "../../modules/config";
import { type StateBucket, stateBucketOf } from "../../modules/fleet";
import { smallFleet } from "../support/fleet";
import { stateStackText } from "../support/stacks";

const s3 = { type: "s3", bucket: "acme-state", region: "eu-west-1" };

function bucketOf(bootstrap: object, state: object = {}): StateBucket {
  const checked = validate(
    smallFleet({ state: { ...s3, ...state, bootstrap: { account: "999999999999", ...bootstrap } } }),
  );
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return stateBucketOf(checked.config) as StateBucket;
}

const stackOf = (...given: Parameters<typeof bucketOf>) => JSON.parse(stateStackText(bucketOf(...given)));

test("the bucket of the states keeps the state of its own stack, by a key that no target has", () => {
  expect(stackOf({}, { key: "{account}/{region}.tfstate" }).terraform.backend).toEqual({
    s3: { bucket: "acme-state", region: "eu-west-1", key: "keywatch/state.tfstate", encrypt: true, use_lockfile: true },
  });
});

test("what makes the bucket is no setting of the backend", () => {
  const checked = validate(smallFleet({ state: { ...s3, bootstrap: { account: "999999999999" } } }));
  expect(checked.ok && stateBucketOf(checked.config)?.state.block).not.toMatchObject({
    backend: { s3: { bootstrap: {} } },
  });
});

test.each([
  ["S3's own encryption", {}, { apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }],
  [
    "the key of the states",
    { kms_key_id: "alias/state" },
    {
      apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: "alias/state" },
      bucket_key_enabled: true,
    },
  ],
])("it is encrypted by %s", (_, state, rule) => {
  const { resource } = stackOf({}, state);
  expect(resource.aws_s3_bucket_server_side_encryption_configuration.state.rule).toEqual([rule]);
});

test("without a copy there is one provider and one bucket", () => {
  const { provider, resource } = stackOf({});
  expect(provider.aws).toHaveLength(1);
  expect(Object.keys(resource.aws_s3_bucket)).toEqual(["state"]);
});

test.each([
  [
    "bounded by the policy of its account that defaults name",
    "keys/boundary",
    "arn:aws:iam::999999999999:policy/keys/boundary",
  ],
  ["not bounded where they name none", undefined, undefined],
])("the role of the copy is %s", (_, permissionsBoundary, arn) => {
  const checked = validate(
    smallFleet({
      "defaults.permissionsBoundary": permissionsBoundary,
      state: { ...s3, bootstrap: { account: "999999999999", replica: { region: "eu-central-1" } } },
    }),
  );
  const { resource } = JSON.parse(stateStackText((checked.ok && stateBucketOf(checked.config)) as StateBucket));
  expect(resource.aws_iam_role.replica.permissions_boundary).toBe(arn);
});

test("a copy of encrypted states is encrypted by its own key, which S3 may use for it alone", () => {
  const keyArn = "arn:aws:kms:eu-central-1:999999999999:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const { resource } = stackOf({ replica: { region: "eu-central-1", keyArn } }, { kms_key_id: "alias/state" });
  expect(resource.aws_s3_bucket_replication_configuration.state.rule).toEqual([
    {
      id: "states",
      status: "Enabled",
      filter: { prefix: "" },
      delete_marker_replication: { status: "Enabled" },
      destination: {
        bucket: "arn:aws:s3:::acme-state-replica",
        encryption_configuration: { replica_kms_key_id: keyArn },
      },
      source_selection_criteria: { sse_kms_encrypted_objects: { status: "Enabled" } },
    },
  ]);
  const { Statement } = JSON.parse(resource.aws_iam_role_policy.replica.policy);
  expect(Statement.slice(-2)).toEqual([
    {
      Sid: "Decrypt",
      Effect: "Allow",
      Action: ["kms:Decrypt"],
      Resource: "*",
      Condition: { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } },
    },
    {
      Sid: "Encrypt",
      Effect: "Allow",
      Action: ["kms:Encrypt"],
      Resource: keyArn,
      Condition: { StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } },
    },
  ]);
});
