import {
  type Config,
  DEFAULT_REPOSITORY_FOLDER,
  DEFAULT_SECRETS_VERSION,
  DEFAULT_VERSIONS,
  type Workspaces,
} from "../config";
import { workspacesStackId } from "../names";
import { deepFreeze } from "./freeze";
import { resolve } from "./resolve";
import { commonCredentials, ownCredentials } from "./run-credentials";
import { secretsOf } from "./secrets";
import { hcpState } from "./state";
import type { StateBlock, Target } from "./target";

/** How HCP Terraform runs the stacks. */
export interface Runs {
  /** A version of Terraform, or a constraint of which the newest is meant. */
  readonly terraformVersion: string;
  readonly autoApply: boolean;
  /** Where the stacks are taken from; without it somebody uploads them. */
  readonly repository?: Omit<NonNullable<Workspaces["repository"]>, "folder">;
}

/** The workspace that keeps the state of a target's stack, and may run it. */
export interface Workspace {
  /** Also the stack's id. */
  readonly name: string;
  readonly description: string;
  /** Folder of the stack in the repository, where it comes from one. */
  readonly folder?: string;
  /** Environment variables of its own. */
  readonly variables: Readonly<Record<string, string>>;
  /** Names of the workspaces after whose apply it runs again. HCP Terraform takes 20; a target has a few hubs. */
  readonly after: readonly string[];
}

/** The workspaces of a fleet, where Keywatch makes them, with nothing left to default. */
export interface FleetWorkspaces {
  readonly stackId: string;
  readonly versions: { readonly terraform: string };
  readonly organization: string;
  readonly hostname?: string;
  readonly project: string;
  readonly execution: NonNullable<Workspaces["execution"]>;
  readonly agentPool?: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Absent where HCP Terraform keeps the states alone. */
  readonly runs?: Runs;
  /** Environment variables that all workspaces have. */
  readonly variables: Readonly<Record<string, string>>;
  /** Names of the sensitive Terraform variables that their stacks ask for, which all workspaces have too. */
  readonly secrets: readonly string[];
  /** The values of the secrets are written when this number changes. */
  readonly secretsVersion: number;
  readonly workspaces: readonly Workspace[];
  /** A workspace of the same project keeps the state of their own stack. */
  readonly state: StateBlock;
}

/** The workspaces that the config asks for. It must have passed `validate`. */
export function workspacesOf(config: Config): FleetWorkspaces | undefined {
  const { state } = config;
  if (state?.type !== "hcp" || !state.workspaces) return undefined;
  const { organization, hostname, project = "", workspaces: settings } = state;
  const { execution = "remote", agentPool, role, secretsVersion = DEFAULT_SECRETS_VERSION, tags = {} } = settings;
  const versions = { terraform: config.versions?.terraform ?? DEFAULT_VERSIONS.terraform };
  const stackId = workspacesStackId(config.name);
  const targets = resolve(config);
  const runs = execution === "local" ? undefined : runsOf(settings, versions.terraform);
  return deepFreeze({
    stackId,
    versions,
    organization,
    hostname,
    project,
    execution,
    agentPool,
    tags,
    runs,
    variables: commonCredentials(role),
    secrets: runs ? secretsOf(targets) : [],
    secretsVersion,
    workspaces: targets.map((target) => ({ ...kept(target), ...(runs && run(target, settings)) })),
    state: hcpState(state, stackId),
  });
}

const runsOf = ({ terraformVersion, autoApply = false, repository }: Workspaces, ofStacks: string): Runs => ({
  terraformVersion: terraformVersion ?? ofStacks,
  autoApply,
  repository: repository && withoutFolder(repository),
});

const withoutFolder = ({ folder: _, ...source }: NonNullable<Workspaces["repository"]>) => source;

/** A workspace that keeps a state alone. */
const kept = ({ stackId, account, region }: Target): Workspace => ({
  name: stackId,
  description: `Keywatch in ${account.name} (${account.id}), ${region}`,
  variables: {},
  after: [],
});

/** What one has that runs its stack too. */
function run(target: Target, { role, repository }: Workspaces): Partial<Workspace> {
  const { stackId: stack, account, region, partition, dependsOn } = target;
  return {
    folder: repository && `${repository.folder ?? DEFAULT_REPOSITORY_FOLDER}/stacks/${stack}`,
    variables: ownCredentials(role, { stack, account: account.id, region, partition }),
    after: dependsOn,
  };
}
