import { stackOf } from "../support/stacks";

test.each([
  ["local", {}, { backend: { local: { path: "../../../state/keywatch/111111111111/eu-west-1.tfstate" } } }],
  [
    "s3",
    { bucket: "acme", region: "eu-west-1", endpoints: { s3: "https://s3.acme.example" } },
    {
      backend: {
        s3: {
          bucket: "acme",
          region: "eu-west-1",
          key: "keywatch/111111111111/eu-west-1.tfstate",
          encrypt: true,
          use_lockfile: true,
          endpoints: { s3: "https://s3.acme.example" },
        },
      },
    },
  ],
  [
    "hcp",
    { organization: "acme", project: "Security" },
    {
      cloud: {
        organization: "acme",
        workspaces: { name: "keywatch-111111111111-eu-west-1", project: "Security" },
      },
    },
  ],
  ["pg", { schema_name: "{stack}" }, { backend: { pg: { schema_name: "keywatch-111111111111-eu-west-1" } } }],
])("a stack has one state, of type %s", (type, settings, block) => {
  const { required_version: _, required_providers: __, ...state } = stackOf({ state: { type, ...settings } }).terraform;
  expect(state).toEqual(block);
});
