import { type CommandOptions, type Environment, type Finished, type Running, run, start } from "./command";

/** What a plan says: whether it would change anything, and all of it as Terraform's JSON. */
export interface Plan {
  readonly verdict: "empty" | "changes";
  readonly json: PlanJson;
}

/** The parts of Terraform's JSON plan that tests look at. */
export interface PlanJson {
  readonly resource_changes?: readonly ResourceChange[];
  readonly output_changes?: Readonly<Record<string, { readonly actions: readonly string[] }>>;
}

/** What a plan does to one resource. */
export interface ResourceChange {
  readonly address: string;
  readonly type: string;
  readonly change: { readonly actions: readonly string[]; readonly before: unknown; readonly after: unknown };
}

/** Terraform in the folder of one synthesized stack. Each command fails with all that Terraform said. */
export class Terraform {
  private readonly options: CommandOptions;

  constructor(directory: string, env: Environment) {
    this.options = { cwd: directory, env };
  }

  init(...args: readonly string[]): Promise<Finished> {
    return this.run(["init", ...args]);
  }

  validate(): Promise<Finished> {
    return this.run(["validate"]);
  }

  async plan(...args: readonly string[]): Promise<Plan> {
    const file = "lab.tfplan";
    const { code } = await this.run(["plan", "-detailed-exitcode", `-out=${file}`, ...args], [0, 2]);
    const { stdout } = await this.run(["show", "-json", file]);
    return { verdict: code === 0 ? "empty" : "changes", json: JSON.parse(stdout) };
  }

  apply(...args: readonly string[]): Promise<Finished> {
    return this.run(["apply", "-auto-approve", ...args]);
  }

  /** Starts an apply to be watched, or killed; its `finished` resolves also when it failed. */
  startApply(...args: readonly string[]): Running {
    return start("terraform", ["apply", "-auto-approve", ...args], this.options);
  }

  destroy(...args: readonly string[]): Promise<Finished> {
    return this.run(["destroy", "-auto-approve", ...args]);
  }

  /** Takes away a lock that a killed run left. */
  forceUnlock(id: string): Promise<Finished> {
    return this.run(["force-unlock", "-force", id]);
  }

  /** The values of all outputs, by name. */
  async output(): Promise<Readonly<Record<string, unknown>>> {
    const { stdout } = await this.run(["output", "-json"]);
    const outputs: Record<string, { readonly value: unknown }> = JSON.parse(stdout);
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  /** The addresses of all that the state holds. */
  async stateList(): Promise<readonly string[]> {
    const { stdout } = await this.run(["state", "list"]);
    return stdout.split("\n").filter((line) => line !== "");
  }

  private run(args: readonly string[], accepted?: readonly number[]): Promise<Finished> {
    return run("terraform", args, this.options, accepted);
  }
}

/** The changes of a plan that are changes, as `action address`. */
export function changes({ json }: Plan): readonly string[] {
  return (json.resource_changes ?? []).flatMap(({ address, change: { actions } }) =>
    actions.every((action) => action === "no-op" || action === "read") ? [] : [`${actions.join("/")} ${address}`],
  );
}
