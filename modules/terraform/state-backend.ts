import { TerraformBackend, type TerraformRemoteState } from "cdktf";
import type { Construct } from "constructs";
import type { StateBlock } from "../fleet";

/**
 * The `backend` or `cloud` block of a stack, written as the target has it.
 *
 * CDKTF's own classes know a part of each backend's settings only, and no lock file of S3.
 */
export class StateBackend extends TerraformBackend {
  constructor(
    scope: Construct,
    private readonly state: StateBlock,
  ) {
    super(scope, "backend", state.kind);
  }

  override toTerraform(): object {
    return { terraform: this.state.block };
  }

  /** Stacks share nothing through their states. */
  override getRemoteStateDataSource(): TerraformRemoteState {
    throw new Error("Keywatch stacks do not read each other's state.");
  }
}
