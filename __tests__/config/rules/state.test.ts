import { validate } from "../../../modules/config";
import { smallFleet } from "../../support/fleet";
import { describeRight, describeWrong, type WrongRow } from "../../support/validation";

const s3 = { type: "s3", bucket: "acme-terraform-state", region: "eu-west-1" };
const KNOWN =
  "one of: type, bucket, region, key, encrypt, use_lockfile, kms_key_id, assume_role, bootstrap, or another setting of Terraform's S3 backend";

/** A state of which all stacks have the same, and the setting that would tell them apart. */
const shared = (what: string, state: object, setting: string): WrongRow => [
  what,
  { state },
  [
    `state.${setting}`,
    "All stacks would share one state.",
    "`{stack}`, or `{account}` and `{region}`, in the setting that says where a state lies",
    `Write ${setting}: "keywatch/{account}/{region}".`,
  ],
];

describeWrong("states that stacks would share", [
  shared("s3 with one key for all", { ...s3, key: "keywatch.tfstate" }, "key"),
  shared("s3 with a key for each account", { ...s3, key: "keywatch/{account}" }, "key"),
  shared("s3 with a key for each region", { ...s3, key: "keywatch/{region}", workspace_key_prefix: "{stack}" }, "key"),
  shared("azurerm", { type: "azurerm", container_name: "state" }, "key"),
  shared("consul", { type: "consul", address: "consul.acme.example" }, "path"),
  shared("cos", { type: "cos", bucket: "acme" }, "key"),
  shared(
    "gcs with account and region in different settings",
    { type: "gcs", bucket: "{account}", prefix: "{region}" },
    "prefix",
  ),
  shared("http", { type: "http", address: "https://acme.example" }, "address"),
  shared("kubernetes", { type: "kubernetes", namespace: "state" }, "secret_suffix"),
  shared("oci", { type: "oci", bucket: "acme" }, "key"),
  shared("oss", { type: "oss", bucket: "acme" }, "key"),
  shared("pg", { type: "pg", conn_str: "postgres://acme.example" }, "schema_name"),
  [
    "remote",
    { state: { type: "remote", organization: "acme", workspaces: { name: "keywatch" } } },
    [
      "state.workspaces",
      "All stacks would share one state.",
      "`{stack}`, or `{account}` and `{region}`, in the setting that says where a state lies",
      'Write workspaces: { name: "keywatch-{account}-{region}" }.',
    ],
  ],
]);

describeWrong("settings of s3 that look misspelt", [
  [
    "a region that does not exist",
    { state: { ...s3, region: "eu-wst-1" } },
    ["state.region", 'AWS has no region "eu-wst-1".', "a region's name such as eu-west-1", "Did you mean eu-west-1?"],
  ],
  [
    "two that are near what Keywatch knows",
    { state: { ...s3, use_lock_file: true, kms_keyid: "alias/state" } },
    ["state.use_lock_file", 'The S3 backend has no setting "use_lock_file".', KNOWN, "Did you mean use_lockfile?"],
    ["state.kms_keyid", 'The S3 backend has no setting "kms_keyid".', KNOWN, "Did you mean kms_key_id?"],
  ],
]);

const bootstrap = { account: "999999999999", replica: { region: "eu-central-1" } };

describeWrong("copies of the states", [
  [
    "in the bucket's own region",
    { state: { ...s3, bootstrap: { ...bootstrap, replica: { region: "eu-west-1" } } } },
    [
      "state.bootstrap.replica.region",
      "A bucket in eu-west-1 cannot be copied to eu-west-1.",
      "another region of the partition aws",
      "Name a region that no disturbance of the bucket's region reaches.",
    ],
  ],
  [
    "in another partition",
    { state: { ...s3, bootstrap: { ...bootstrap, replica: { region: "cn-north-1" } } } },
    [
      "state.bootstrap.replica.region",
      "A bucket in eu-west-1 cannot be copied to cn-north-1.",
      "another region of the partition aws",
      "Name a region that no disturbance of the bucket's region reaches.",
    ],
  ],
  [
    "in a region that does not exist",
    { state: { ...s3, bootstrap: { ...bootstrap, replica: { region: "eu-wst-2" } } } },
    [
      "state.bootstrap.replica.region",
      'AWS has no region "eu-wst-2".',
      "a region's name such as eu-west-1",
      "Did you mean eu-west-2?",
    ],
  ],
  [
    "without a key of states that have one",
    { state: { ...s3, kms_key_id: "alias/state", bootstrap } },
    [
      "state.bootstrap.replica.keyArn",
      "The states are encrypted by a key, and their copy has none.",
      "the ARN of a key in eu-central-1",
      "Name a key of that region, or leave `kms_key_id` out.",
    ],
  ],
]);

const secret = (what: string, state: object, setting: string, expected: string, remedy: string): WrongRow => [
  what,
  { state },
  [`state.${setting}`, "A secret would stand in every synthesized stack.", expected, remedy],
];
const PASSWORD = [
  "a text without a password",
  "Take the password out, and give it to Terraform in the environment, as the page of the backend says.",
] as const;

describeWrong("secrets of states", [
  secret(
    "a key of AWS",
    { ...s3, secret_key: "hunter2" },
    "secret_key",
    "no secret_key",
    "Leave it out, and give it to Terraform in the environment, as AWS_SECRET_ACCESS_KEY.",
  ),
  secret(
    "a token of another backend",
    { type: "consul", path: "{stack}", access_token: "hunter2" },
    "access_token",
    "no access_token",
    "Leave it out, and give it to Terraform in the environment, as CONSUL_HTTP_TOKEN.",
  ),
  secret(
    "a password in a URL",
    { type: "pg", conn_str: "postgres://me:hunter2@db/x", schema_name: "{stack}" },
    "conn_str",
    ...PASSWORD,
  ),
  secret(
    "a password in settings",
    { type: "pg", conn_str: "host=db password=hunter2", schema_name: "{stack}" },
    "conn_str",
    ...PASSWORD,
  ),
]);

describeRight("states that are apart", [
  ["pg without a password", { state: { type: "pg", conn_str: "postgres://me@db/x", schema_name: "{stack}" } }],
  ["s3 with a bucket that is made and copied", { state: { ...s3, bootstrap } }],
  ["s3 with the stack in its key", { state: { ...s3, key: "{stack}" } }],
  ["s3 with account and region in its key", { state: { ...s3, key: "{region}-{account}" } }],
  [
    "s3 with settings of Terraform's own",
    { state: { ...s3, profile: "state", dynamodb_table: "locks", acl: "private" } },
  ],
  [
    "pg with account and region within a text",
    { state: { type: "pg", conn_str: "x", schema_name: "k_{account}_{region}" } },
  ],
  ["a placeholder in a group of settings", { state: { type: "consul", path: "x", more: [{ at: "{stack}" }] } }],
  ["memory", { state: { type: "inmem" } }],
]);

test.each([
  [{ type: "hcp", organization: "${TfToken[TOKEN.0]}" }, "organization"],
  [{ type: "gcs", prefix: "{stack}", nested: { list: ["-8.1e+298"] } }, "nested"],
  [{ type: "gcs", prefix: "{stack}", "#{TfToken[TOKEN.1]}": 1 }, "#{TfToken[TOKEN.1]}"],
])("a text that CDKTF takes for a token cannot stand in %j", (state, key) => {
  const checked = validate(smallFleet({ state }));
  expect(checked).toEqual({
    ok: false,
    problems: [
      {
        path: ["state", key],
        message: "CDKTF would take a part of this text for a token of its own.",
        expected: "a text without TfToken[ and without numbers such as 1e298",
        remedy: "Choose another text.",
      },
    ],
  });
});
