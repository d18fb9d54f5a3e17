import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Raw } from "../../support/fleet";
import { startDeploy, startDestroy } from "../lab/cdktf";
import { CommandError, type Environment, type Finished, type Running, run } from "../lab/command";
import { newFolder } from "../lab/folder";
import { inProject, projectRoot } from "../lab/paths";
import { Terraform } from "../lab/terraform";

/** A config and the stacks that the product writes for it, in a folder of their own. */
export class Project {
  readonly config: string;
  private readonly output: string;

  constructor(
    name: string,
    config: Raw,
    private readonly env: Environment,
  ) {
    const folder = newFolder(name);
    this.config = join(folder, "keywatch.config.json");
    this.output = join(folder, "cdktf.out");
    writeFileSync(this.config, JSON.stringify(config, null, 2));
  }

  /** Writes the stacks by the product's own command and returns their ids. */
  async synth(): Promise<readonly string[]> {
    await synth(this.config, this.output, this.env);
    return readdirSync(join(this.output, "stacks"));
  }

  /** `cdktf deploy`; fails with all that it said. */
  deploy(...stacks: readonly string[]): Promise<Finished> {
    return succeeded("cdktf deploy", startDeploy(this.cdktf(stacks)));
  }

  /** `cdktf destroy`; fails with all that it said. */
  destroy(): Promise<Finished> {
    return succeeded("cdktf destroy", startDestroy(this.cdktf([])));
  }

  /** Terraform in the folder of a stack, ready to plan. */
  async stack(id: string): Promise<Terraform> {
    const terraform = new Terraform(join(this.output, "stacks", id), this.env);
    await terraform.init();
    return terraform;
  }

  private cdktf(stacks: readonly string[]) {
    return {
      directory: projectRoot,
      output: this.output,
      env: { ...this.env, KEYWATCH_CONFIG: this.config },
      stacks: stacks.length > 0 ? stacks : undefined,
    };
  }
}

/** Runs `keywatch synth`. */
export function synth(config: string, output: string, env: Environment): Promise<Finished> {
  const args = [inProject("bin/keywatch.js"), "synth", "--config", config, "--output", output];
  return run(process.execPath, args, { cwd: projectRoot, env });
}

async function succeeded(command: string, running: Running): Promise<Finished> {
  const result = await running.finished;
  if (result.code !== 0) throw new CommandError(command, result);
  return result;
}
