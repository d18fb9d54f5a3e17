import { describeRight, describeWrong } from "../../support/validation";

const hcp = { type: "hcp", organization: "acme", project: "keywatch" };
const repository = { identifier: "acme/keywatch-stacks", githubAppInstallationId: "ghain-1" };
const state = (workspaces: unknown) => ({ state: { ...hcp, workspaces } });
const ROLE = [
  "an ARN such as arn:aws:iam::{account}:role/keywatch-deploy",
  "Copy the ARN from the AWS console; {account}, {region} and {partition} may stand for their parts.",
] as const;

describeWrong("what is wrong with workspaces", [
  [
    "a place to run that HCP Terraform does not have",
    state({ execution: "cloud" }),
    ["state.workspaces.execution", '"cloud" is not known here.', "one of: remote, agent, local", "Choose one of them."],
  ],
  [
    "the name of an agent pool",
    state({ execution: "agent", agentPool: "my agents" }),
    [
      "state.workspaces.agentPool",
      '"my agents" cannot stand here.',
      "the id of an agent pool: apool-...",
      "Copy it from the pool's page in HCP Terraform.",
    ],
  ],
  [
    "the URL of a repository, and a folder outside it",
    state({ repository: { ...repository, identifier: "keywatch", folder: "../cdktf.out" } }),
    [
      "state.workspaces.repository.identifier",
      '"keywatch" cannot stand here.',
      "a repository such as acme/keywatch-stacks",
      "Write owner and name alone, without the host.",
    ],
    [
      "state.workspaces.repository.folder",
      '"../cdktf.out" cannot stand here.',
      "a folder below the repository's root",
      "Write a folder such as cdktf.out, without / at either end.",
    ],
  ],
  [
    "a user for a role",
    state({ role: "arn:aws:iam::999999999999:user/me" }),
    ["state.workspaces.role", '"arn:aws:iam::999999999999:user/me" cannot stand here.', ...ROLE],
  ],
  [
    "a role to plan alone",
    state({ role: { plan: "arn:aws:iam::{account}:role/plan" } }),
    ["state.workspaces.role.apply", '"apply" is missing.', "a text: Role that applies.", "Add apply."],
  ],
]);

describeRight("what is right with workspaces", [
  ["nothing said of them", state({})],
  ...["cdktf.out", "stacks/prod", ".rendered", "a..b"].map(
    (folder) => [`a repository with the folder ${folder}`, state({ repository: { ...repository, folder } })] as const,
  ),
  ["a repository of Azure DevOps", state({ repository: { ...repository, identifier: "acme/security/_git/stacks" } })],
]);
