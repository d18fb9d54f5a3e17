import { Variable } from "@cdktf/provider-tfe/lib/variable";
import { Workspace as TfeWorkspace, type WorkspaceConfig } from "@cdktf/provider-tfe/lib/workspace";
import { WorkspaceSettings } from "@cdktf/provider-tfe/lib/workspace-settings";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { FleetWorkspaces, Runs, Workspace } from "../fleet";
import { WORKSPACES_ADDRESS } from "../names";
import { atAddress } from "../terraform";

export interface StackWorkspaceProps {
  readonly workspace: Workspace;
  readonly fleet: Pick<FleetWorkspaces, "execution" | "agentPool" | "runs" | "tags">;
  readonly projectId: string;
  /** What must be there before it, since its first run starts once it is made. */
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * The workspace of a stack, with where the stack is run, when, and with what. It is not deleted while its state holds
 * anything.
 */
export class StackWorkspace extends Construct {
  readonly id: string;

  constructor(scope: Construct, { workspace, fleet, projectId, dependsOn }: StackWorkspaceProps) {
    const { name, description, folder, variables } = workspace;
    const { execution, agentPool, runs, tags } = fleet;
    super(scope, name);
    const { id: workspaceId } = atAddress(
      name,
      new TfeWorkspace(this, "workspace", {
        name,
        description,
        projectId,
        tags: Object.keys(tags).length > 0 ? tags : undefined,
        forceDelete: false,
        ...(runs && runSettings(runs, folder)),
        dependsOn,
      }),
    );
    this.id = workspaceId;
    atAddress(
      name,
      new WorkspaceSettings(this, "settings", { workspaceId, executionMode: execution, agentPoolId: agentPool }),
    );
    for (const [key, value] of Object.entries(variables)) {
      const address = WORKSPACES_ADDRESS.variable(name, key);
      atAddress(address, new Variable(this, address, { key, value, category: "env", workspaceId }));
    }
  }
}

/** A change of the stack's own folder alone starts a run. */
const runSettings = (
  { terraformVersion, autoApply, repository }: Runs,
  folder: string | undefined,
): Partial<WorkspaceConfig> => ({
  terraformVersion,
  autoApply,
  autoApplyRunTrigger: autoApply,
  ...(repository && { vcsRepo: repository, workingDirectory: folder, triggerPatterns: [`/${folder}/**/*`] }),
});
