import { describeRight, describeWrong } from "../../support/validation";

const TYPES = "one of: local, s3, hcp, azurerm, consul, cos, gcs, http, inmem, kubernetes, oci, oss, pg, remote";
const BUCKET = [
  "a bucket name: 3 to 63 lower-case letters, digits, dots and hyphens",
  "Write the name alone, without s3:// and without a path.",
] as const;
const s3 = { type: "s3", bucket: "acme-terraform-state", region: "eu-west-1" };

describeWrong("what is wrong with a state", [
  ["no type", { state: {} }, ["state.type", '"type" is missing.', TYPES, "Choose one of them."]],
  [
    "a misspelt type",
    { state: { type: "azurem" } },
    ["state.type", '"azurem" is not known here.', TYPES, "Did you mean azurerm?"],
  ],
  [
    "a type that Terraform does not have",
    { state: { type: "floppy" } },
    ["state.type", '"floppy" is not known here.', TYPES, "Choose one of them."],
  ],
  [
    "a type alone",
    { state: "s3" },
    ["state", '"s3" is a text.', "a group of settings ({ ... })", "Write a group of settings ({ ... })."],
  ],
  [
    "a misspelt setting of local, compared with those of local",
    { state: { type: "local", bath: "x" } },
    ["state.bath", 'There is no setting "bath" here.', "one of: type, path", "Did you mean path?"],
  ],
  [
    "s3 without bucket and region",
    { state: { type: "s3" } },
    [
      "state.bucket",
      '"bucket" is missing.',
      "a text: Bucket of the state files; it must exist, or `bootstrap` makes it.",
      "Add bucket.",
    ],
    ["state.region", '"region" is missing.', "a text: Region of the bucket.", "Add region."],
  ],
  [
    "a URL of a bucket",
    { state: { ...s3, bucket: "s3://acme/state" } },
    ["state.bucket", '"s3://acme/state" cannot stand here.', ...BUCKET],
  ],
  ["a bucket of 2 letters", { state: { ...s3, bucket: "ab" } }, ["state.bucket", '"ab" cannot stand here.', ...BUCKET]],
  [
    "a text for true",
    { state: { ...s3, encrypt: "yes" } },
    ["state.encrypt", '"yes" is a text.', "true or false", "Write true or false."],
  ],
  [
    "a role without its ARN",
    { state: { ...s3, assume_role: { session_name: "x" } } },
    [
      "state.assume_role.role_arn",
      '"role_arn" is missing.',
      "a text: Role that may read and write the state.",
      "Add role_arn.",
    ],
  ],
  [
    "a key and a role that are none",
    {
      state: { ...s3, kms_key_id: "arn:aws:s3:::acme", assume_role: { role_arn: "arn:aws:iam::999999999999:user/me" } },
    },
    [
      "state.kms_key_id",
      '"arn:aws:s3:::acme" cannot stand here.',
      "a KMS key: its id, alias/... or ARN",
      "Copy the ARN of the key from the KMS console.",
    ],
    [
      "state.assume_role.role_arn",
      '"arn:aws:iam::999999999999:user/me" cannot stand here.',
      "an ARN such as arn:aws:iam::999999999999:role/terraform-state",
      "Copy the ARN from the AWS console; {account}, {region} and {partition} may stand for their parts.",
    ],
  ],
  [
    "HCP without its organization",
    { state: { type: "hcp" } },
    ["state.organization", '"organization" is missing.', "a text: HCP Terraform organization.", "Add organization."],
  ],
  [
    "a URL of a host, and workspaces by Terraform's name for one",
    { state: { type: "hcp", organization: "acme", hostname: "https://tfe.acme.example", workspace: {} } },
    [
      "state.hostname",
      '"https://tfe.acme.example" cannot stand here.',
      "a host name such as terraform.acme.example",
      "Write the host alone, without https://.",
    ],
    [
      "state.workspace",
      'There is no setting "workspace" here.',
      "one of: type, organization, project, hostname, workspaces",
      "Did you mean workspaces?",
    ],
  ],
]);

describeRight("what is right with a state", [
  ["local", { state: { type: "local", path: "/var/state" } }],
  ["s3", { state: s3 }],
  [
    "s3 with all that Keywatch knows and more",
    {
      state: {
        ...s3,
        key: "{stack}.tfstate",
        encrypt: false,
        use_lockfile: false,
        kms_key_id: "alias/state",
        assume_role: { role_arn: "arn:aws:iam::999999999999:role/state", duration: "1h" },
        workspace_key_prefix: "x",
      },
    },
  ],
  ...[
    "1234abcd-12ab-34cd-56ef-1234567890ab",
    "mrk-1234abcd12ab34cd56ef1234567890ab",
    "arn:aws:kms:eu-west-1:999999999999:alias/state",
  ].map((kms_key_id) => [`s3 with the key ${kms_key_id}`, { state: { ...s3, kms_key_id } }] as const),
  ["HCP", { state: { type: "hcp", organization: "acme", project: "security", hostname: "tfe.acme.example:8443" } }],
  ["a backend of other settings", { state: { type: "gcs", bucket: "acme", prefix: "{stack}" } }],
]);
