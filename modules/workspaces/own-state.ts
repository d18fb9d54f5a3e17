import { DataTfeWorkspace } from "@cdktf/provider-tfe/lib/data-tfe-workspace";
import { WorkspaceSettings } from "@cdktf/provider-tfe/lib/workspace-settings";
import type { Construct } from "constructs";
import { WORKSPACES_ADDRESS } from "../names";
import { atAddress } from "../terraform";

/**
 * The workspace that keeps the state of the stack itself. `terraform init` has made it; Terraform runs where it is
 * started, since a run in HCP Terraform has no token that may change workspaces.
 */
export function ownState(scope: Construct, name: string): WorkspaceSettings {
  const { self } = WORKSPACES_ADDRESS;
  const { id } = atAddress(self, new DataTfeWorkspace(scope, self, { name }));
  return atAddress(self, new WorkspaceSettings(scope, "settings", { workspaceId: id, executionMode: "local" }));
}
