import { layeredFleet } from "../../support/fleet";
import { describeRight, describeWrong } from "../../support/validation";

const hcp = { type: "hcp", organization: "acme", project: "keywatch" };
const repository = { identifier: "acme/keywatch-stacks" };
const state = (workspaces: object, more: object = {}) => ({ state: { ...hcp, ...more, workspaces } });

const idle = (setting: string) =>
  [
    `state.workspaces.${setting}`,
    "With execution: local HCP Terraform runs nothing that this could be for.",
    "execution remote or agent, where runs are configured",
    `Remove ${setting}, or let HCP Terraform run the stacks.`,
  ] as const;

const connected = (how: string) =>
  [
    "state.workspaces.repository",
    `HCP Terraform would read the repository ${how}.`,
    "githubAppInstallationId or oauthTokenId",
    "Copy the id of the connection from the organization's settings in HCP Terraform, under Version Control.",
  ] as const;

const twice = (path: string) =>
  [
    path,
    "The stack of 111111111111 would enter the role that its run has already.",
    "another role than the stacks': one that may enter them",
    "Name the role of the pipeline here, or leave `role` out of the accounts.",
  ] as const;

describeWrong(
  "workspaces that do not fit together",
  [
    [
      "no project",
      state({}, { project: undefined }),
      [
        "state.project",
        "The workspaces have no project of their own.",
        "a project, whose workspaces all belong to the fleet",
        'Write project: "keywatch"; it is made where there is none.',
      ],
    ],
    [
      "agents without their pool",
      state({ execution: "agent" }),
      [
        "state.workspaces.agentPool",
        "No pool of agents is named.",
        "agentPool where execution is agent, and nowhere else",
        'Write agentPool: "apool-..." with the id of the pool.',
      ],
    ],
    [
      "a pool that is not asked",
      state({ agentPool: "apool-1" }),
      [
        "state.workspaces.agentPool",
        "Agents are named that would not be asked.",
        "agentPool where execution is agent, and nowhere else",
        'Write execution: "agent".',
      ],
    ],
    [
      "runs where nothing is run",
      state({
        execution: "local",
        repository: { ...repository, oauthTokenId: "ot-1" },
        autoApply: false,
        role: "arn:aws:iam::999999999999:role/run",
        secretsVersion: 2,
        terraformVersion: "1.11.4",
      }),
      idle("repository"),
      idle("autoApply"),
      idle("role"),
      idle("secretsVersion"),
      idle("terraformVersion"),
    ],
    ["a repository that nobody reads", state({ repository }), connected("by no connection")],
    [
      "a repository that is read twice",
      state({ repository: { ...repository, oauthTokenId: "ot-1", githubAppInstallationId: "ghain-1" } }),
      connected("by two connections"),
    ],
    [
      "the deploy role for the run too",
      state({ role: "arn:aws:iam::{account}:role/keywatch-deploy" }),
      twice("state.workspaces.role"),
    ],
    [
      "the deploy role of one account to apply",
      state({
        role: { plan: "arn:aws:iam::{account}:role/run-plan", apply: "arn:aws:iam::111111111111:role/keywatch-deploy" },
      }),
      twice("state.workspaces.role.apply"),
    ],
  ],
  layeredFleet,
);

describeRight(
  "workspaces that fit together",
  [
    ["states alone", state({ execution: "local", tags: { owner: "security" } })],
    ["agents of a pool", state({ execution: "agent", agentPool: "apool-1" })],
    ["a role that enters those of the accounts", state({ role: "arn:aws:iam::999999999999:role/keywatch-pipeline" })],
    [
      "the deploy role, which no stack enters",
      { ...state({ role: "arn:aws:iam::{account}:role/keywatch-deploy" }), "defaults.role": undefined },
    ],
  ],
  layeredFleet,
);
