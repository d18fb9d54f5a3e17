import { DataTfeProject } from "@cdktf/provider-tfe/lib/data-tfe-project";
import { RunTrigger } from "@cdktf/provider-tfe/lib/run-trigger";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { FleetWorkspaces } from "../fleet";
import { WORKSPACES_ADDRESS } from "../names";
import { atAddress, literals, StateBackend, tfeProvider, Variables } from "../terraform";
import { CommonVariables, ownState, StackWorkspace } from "../workspaces";

/**
 * The workspaces of a fleet in HCP Terraform. `terraform init` makes the project, where there is none, with the
 * workspace that keeps this stack's own state.
 */
export class WorkspacesStack extends TerraformStack {
  constructor(scope: Construct, given: FleetWorkspaces) {
    super(scope, given.stackId);
    const fleet = literals(given);
    const { project } = WORKSPACES_ADDRESS;

    new StateBackend(this, given.state);
    tfeProvider(this, fleet);
    ownState(this, fleet.stackId);
    const { id: projectId } = atAddress(project, new DataTfeProject(this, project, { name: fleet.project }));
    const common = this.addCommonVariables(fleet, projectId);
    const dependsOn = common && [common.attached];
    const ids = new Map(
      fleet.workspaces.map((workspace) => [
        workspace.name,
        new StackWorkspace(this, { workspace, fleet, projectId, dependsOn }).id,
      ]),
    );
    for (const { name, after } of fleet.workspaces) {
      for (const source of after) this.addTrigger(name, source, ids);
    }
  }

  private addCommonVariables(fleet: FleetWorkspaces, projectId: string): CommonVariables | undefined {
    if (Object.keys(fleet.variables).length + fleet.secrets.length === 0) return undefined;
    for (const secret of fleet.secrets) this.addOverride(`variable.${secret}.ephemeral`, true);
    return new CommonVariables(this, { fleet, projectId, given: new Variables(this, "variables") });
  }

  /** Lets a workspace run again once another was applied. */
  private addTrigger(name: string, source: string, ids: ReadonlyMap<string, string>): void {
    const address = WORKSPACES_ADDRESS.trigger(name, source);
    atAddress(
      address,
      new RunTrigger(this, address, { workspaceId: ids.get(name) ?? "", sourceableId: ids.get(source) ?? "" }),
    );
  }
}
