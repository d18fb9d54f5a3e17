import { fill } from "../../aws";
import { nearest } from "../layers";
import type { Path, Problem } from "../problem";
import type { Workspaces } from "../schema";
import type { Site } from "../sites";
import type { Rule } from "./rule";

const AT: Path = ["state", "workspaces"];

/** What makes the workspaces fits together, and is enough to run their stacks. */
export const workspacesFit: Rule = ({ state }, sites) => {
  if (state?.type !== "hcp" || !state.workspaces) return [];
  return [
    ...projectProblems(state.project),
    ...agentProblems(state.workspaces),
    ...idleSettings(state.workspaces),
    ...connectionProblems(state.workspaces),
    ...rolesTwice(state.workspaces, sites),
  ];
};

/** What all workspaces have in common hangs on their project. */
const projectProblems = (project: string | undefined): Problem[] =>
  project === undefined
    ? [
        {
          path: ["state", "project"],
          message: "The workspaces have no project of their own.",
          expected: "a project, whose workspaces all belong to the fleet",
          remedy: 'Write project: "keywatch"; it is made where there is none.',
        },
      ]
    : [];

function agentProblems({ execution, agentPool }: Workspaces): Problem[] {
  if ((execution === "agent") === (agentPool !== undefined)) return [];
  return [
    {
      path: [...AT, "agentPool"],
      message: agentPool === undefined ? "No pool of agents is named." : "Agents are named that would not be asked.",
      expected: "agentPool where execution is agent, and nowhere else",
      remedy:
        agentPool === undefined ? 'Write agentPool: "apool-..." with the id of the pool.' : 'Write execution: "agent".',
    },
  ];
}

/** What says how HCP Terraform runs a stack means nothing where it runs none. */
function idleSettings({ execution, ...settings }: Workspaces): Problem[] {
  if (execution !== "local") return [];
  return (["repository", "autoApply", "role", "secretsVersion", "terraformVersion"] as const).flatMap((setting) =>
    settings[setting] === undefined
      ? []
      : [
          {
            path: [...AT, setting],
            message: "With execution: local HCP Terraform runs nothing that this could be for.",
            expected: "execution remote or agent, where runs are configured",
            remedy: `Remove ${setting}, or let HCP Terraform run the stacks.`,
          },
        ],
  );
}

function connectionProblems({ repository }: Workspaces): Problem[] {
  if (!repository) return [];
  const { githubAppInstallationId, oauthTokenId } = repository;
  if ((githubAppInstallationId === undefined) !== (oauthTokenId === undefined)) return [];
  return [
    {
      path: [...AT, "repository"],
      message: `HCP Terraform would read the repository ${oauthTokenId === undefined ? "by no connection" : "by two connections"}.`,
      expected: "githubAppInstallationId or oauthTokenId",
      remedy: "Copy the id of the connection from the organization's settings in HCP Terraform, under Version Control.",
    },
  ];
}

/** A run that has entered a role already is refused when its stack wants to enter that role again. */
const rolesTwice = ({ role }: Workspaces, sites: readonly Site[]): Problem[] =>
  rolesIn(role).flatMap(({ path, arn }) => {
    const site = sites.find((site) => fill(arn, site) === deployRole(site));
    if (!site) return [];
    return [
      {
        path,
        message: `The stack of ${site.account} would enter the role that its run has already.`,
        expected: "another role than the stacks': one that may enter them",
        remedy: "Name the role of the pipeline here, or leave `role` out of the accounts.",
      },
    ];
  });

function rolesIn(role: Workspaces["role"]): { readonly path: Path; readonly arn: string }[] {
  if (role === undefined) return [];
  if (typeof role === "string") return [{ path: [...AT, "role"], arn: role }];
  return (["plan", "apply"] as const).map((phase) => ({ path: [...AT, "role", phase], arn: role[phase] }));
}

function deployRole(site: Site): string | undefined {
  const role = nearest(site.layers, "role")?.value;
  return role && fill(typeof role === "string" ? role : role.arn, site);
}
