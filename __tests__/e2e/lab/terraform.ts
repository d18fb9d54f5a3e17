import { terraformBinary } from "../../../modules/cli/terraform";
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
  readonly prior_state?: { readonly values: { readonly root_module: { readonly resources: readonly Resource[] } } };
}

/** A resource as Terraform read it before it planned. */
export interface Resource {
  readonly address: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What a plan does to one resource. */
export interface ResourceChange {
  readonly address: string;
  readonly type: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: unknown;
    readonly after: unknown;
    /** Given where the resource exists and is taken over: the id to find it by. */
    readonly importing?: { readonly id: string };
  };
}

/** Terraform, or what its environment names, in the folder of one synthesized stack. Each command fails with all that it said. */
export class Terraform {
  private readonly binary: string;
  private readonly options: CommandOptions;

  constructor(directory: string, env: Environment) {
    this.binary = terraformBinary(env);
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

  /** What a plan would change, as `action address`, outputs included; half the time of `plan`, which reads all of it. */
  async planned(): Promise<readonly string[]> {
    const { code, stdout } = await this.run(["plan", "-detailed-exitcode", "-json"], [0, 2]);
    const planned = stdout
      .split("\n")
      .filter(Boolean)
      .flatMap((line) => plannedIn(JSON.parse(line)));
    if ((code === 0) !== (planned.length === 0)) throw new Error(`exit code ${code} after a plan of\n${stdout}`);
    return planned.sort();
  }

  apply(...args: readonly string[]): Promise<Finished> {
    return this.run(["apply", "-auto-approve", ...args]);
  }

  /** Starts an apply to be watched, or killed; its `finished` resolves also when it failed. */
  startApply(...args: readonly string[]): Running {
    return start(this.binary, ["apply", "-auto-approve", ...args], this.options);
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
    return run(this.binary, args, this.options, accepted);
  }
}

/** What Terraform read of a resource before it planned; fails when the state holds none of that address. */
export function foundBy({ json }: Plan, address: string): Resource["values"] {
  const found = json.prior_state?.values.root_module.resources.find((resource) => resource.address === address);
  if (!found) throw new Error(`no ${address} in the state`);
  return found.values;
}

/** The changes of a plan that are changes, as `action address`. */
export function changes({ json }: Plan): readonly string[] {
  return (json.resource_changes ?? []).flatMap(({ address, change: { actions } }) =>
    actions.every((action) => action === "no-op" || action === "read") ? [] : [`${actions.join("/")} ${address}`],
  );
}

/** A line of `plan -json`. */
interface PlanMessage {
  readonly type: string;
  readonly change?: { readonly action: string; readonly resource: { readonly addr: string } };
  readonly outputs?: Readonly<Record<string, { readonly action?: string }>>;
}

function plannedIn({ type, change, outputs = {} }: PlanMessage): readonly string[] {
  if (type === "planned_change") return [`${change?.action} ${change?.resource.addr}`];
  if (type !== "outputs") return [];
  return Object.entries(outputs).flatMap(([name, { action = "noop" }]) =>
    action === "noop" ? [] : [`${action} output.${name}`],
  );
}
