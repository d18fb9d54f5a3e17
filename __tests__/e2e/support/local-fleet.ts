import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Target } from "../../../modules/fleet";
import { synth } from "../../../modules/stacks";
import type { Environment } from "../lab/command";
import { newFolder } from "../lab/folder";
import { Terraform } from "../lab/terraform";

/** The stacks of a fleet in a folder of their own, with their states beside them. */
export class LocalFleet {
  private readonly outdir: string;

  constructor(
    name: string,
    private readonly env: Environment,
  ) {
    this.outdir = join(newFolder(name), "cdktf.out");
  }

  /** Writes the stacks of these targets in place of those before, which keep their states. */
  synth(targets: readonly Target[]): void {
    synth(targets, this.outdir);
  }

  /** What was written for a stack. */
  text(stackId: string): string {
    return readFileSync(join(this.folder(stackId), "cdk.tf.json"), "utf8");
  }

  /** Terraform in the folder of a stack, ready to plan. */
  async stack(stackId: string): Promise<Terraform> {
    const terraform = new Terraform(this.folder(stackId), this.env);
    await terraform.init();
    return terraform;
  }

  /** Where a stack was written. */
  folder(stackId: string): string {
    return join(this.outdir, "stacks", stackId);
  }
}
