import { ProjectVariableSet } from "@cdktf/provider-tfe/lib/project-variable-set";
import { Variable, type VariableConfig } from "@cdktf/provider-tfe/lib/variable";
import { VariableSet } from "@cdktf/provider-tfe/lib/variable-set";
import { Construct } from "constructs";
import type { FleetWorkspaces } from "../fleet";
import { WORKSPACES_ADDRESS } from "../names";
import { atAddress, type Variables } from "../terraform";

const { common, commonVariable } = WORKSPACES_ADDRESS;

export interface CommonVariablesProps {
  readonly fleet: Pick<FleetWorkspaces, "stackId" | "variables" | "secrets" | "secretsVersion">;
  readonly projectId: string;
  /** The variables of this stack, which give the secrets. */
  readonly given: Variables;
}

/** What all workspaces of a project have, as a variable set: environment variables, and the secrets of their stacks. */
export class CommonVariables extends Construct {
  /** With it the variables are there for every workspace, also for the first run of one that is made later. */
  readonly attached: ProjectVariableSet;

  constructor(scope: Construct, { fleet, projectId, given }: CommonVariablesProps) {
    super(scope, common);
    const { id: variableSetId } = atAddress(
      common,
      new VariableSet(this, "set", { name: fleet.stackId, description: "What all workspaces of the fleet have." }),
    );
    const variables = [
      ...Object.entries(fleet.variables).map(([key, value]) =>
        this.addVariable({ key, value, category: "env", variableSetId }),
      ),
      ...fleet.secrets.map((key) =>
        this.addSecret({ key, valueWo: given.text({ fromEnv: key }), variableSetId }, fleet.secretsVersion),
      ),
    ];
    this.attached = atAddress(
      common,
      new ProjectVariableSet(this, "attached", { variableSetId, projectId, dependsOn: variables }),
    );
  }

  /** HCP Terraform shows the value to nobody, and this stack's state does not hold it. */
  private addSecret(secret: Omit<VariableConfig, "category">, version: number): Variable {
    const variable = this.addVariable({ ...secret, category: "terraform", sensitive: true });
    // What the bindings do not know: they are of a version before it.
    variable.addOverride("value_wo_version", version);
    return variable;
  }

  private addVariable(variable: VariableConfig): Variable {
    const address = commonVariable(variable.category, variable.key);
    return atAddress(address, new Variable(this, address, variable));
  }
}
