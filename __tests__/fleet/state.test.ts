import { targetOf } from "../support/targets";

const stateOf = (state: unknown) => targetOf({ state }).state;
const s3 = { bucket: "acme-state", region: "eu-central-1" };
const KEY = "keywatch/111111111111/eu-west-1.tfstate";

test.each([
  ["nothing", undefined, { local: { path: `../../../state/${KEY}` } }],
  ["local", { type: "local" }, { local: { path: `../../../state/${KEY}` } }],
  ["local in a folder", { type: "local", path: "a/b" }, { local: { path: `../../../a/b/${KEY}` } }],
  ["local in a folder from the root", { type: "local", path: "/var/state" }, { local: { path: `/var/state/${KEY}` } }],
  ["s3", { type: "s3", ...s3 }, { s3: { ...s3, key: KEY, encrypt: true, use_lockfile: true } }],
  [
    "s3 with all of its settings, and others",
    {
      type: "s3",
      ...s3,
      key: "{partition}/{stack}",
      encrypt: false,
      use_lockfile: false,
      kms_key_id: "alias/state",
      assume_role: { role_arn: "arn:aws:iam::999999999999:role/{region}", duration: "1h" },
      max_retries: 3,
      tags: ["{account}", null],
    },
    {
      s3: {
        ...s3,
        key: "aws/keywatch-111111111111-eu-west-1",
        encrypt: false,
        use_lockfile: false,
        kms_key_id: "alias/state",
        assume_role: { role_arn: "arn:aws:iam::999999999999:role/eu-west-1", duration: "1h" },
        max_retries: 3,
        tags: ["111111111111", null],
      },
    },
  ],
  [
    "another backend",
    { type: "remote", organization: "acme", workspaces: { name: "keywatch-{account}-{region}" } },
    { remote: { organization: "acme", workspaces: { name: "keywatch-111111111111-eu-west-1" } } },
  ],
  [
    "one more",
    { type: "azurerm", container_name: "state", key: "{account}-{region}", use_oidc: true },
    { azurerm: { container_name: "state", key: "111111111111-eu-west-1", use_oidc: true } },
  ],
])("%s is a backend", (_, state, backend) => {
  expect(stateOf(state)).toEqual({ kind: Object.keys(backend)[0], block: { backend } });
});

const WORKSPACE = "keywatch-111111111111-eu-west-1";

test.each([
  ["an organization", { organization: "acme" }, { organization: "acme", workspaces: { name: WORKSPACE } }],
  [
    "a project and a host",
    { organization: "acme", project: "Security", hostname: "tfe.acme.example" },
    {
      organization: "acme",
      hostname: "tfe.acme.example",
      workspaces: { name: WORKSPACE, project: "Security" },
    },
  ],
])("HCP with %s is a cloud block with the stack's workspace", (_, settings, cloud) => {
  expect(stateOf({ type: "hcp", ...settings })).toEqual({ kind: "hcp", block: { cloud } });
});
