import { type Environment, type Running, start } from "./command";
import { inProject } from "./paths";

/** A run of `cdktf deploy` or `cdktf destroy`. */
export interface CdktfProps {
  /** The folder with cdktf.json. */
  readonly directory: string;
  /** The folder that the stacks are written to. @default cdktf.out below the other one */
  readonly output?: string;
  readonly env: Environment;
  /** Ids or patterns of stacks. @default all of them */
  readonly stacks?: readonly string[];
  /** How many stacks at once. @default 2 */
  readonly parallelism?: number;
}

/** Starts a deploy; `finished` resolves also when it failed. */
export function startDeploy(props: CdktfProps): Running {
  return startCdktf("deploy", props);
}

/** Starts a destroy; `finished` resolves also when it failed. */
export function startDestroy(props: CdktfProps): Running {
  return startCdktf("destroy", props);
}

function startCdktf(command: string, props: CdktfProps): Running {
  const { directory, output = "cdktf.out", env, stacks = ["*"], parallelism = 2 } = props;
  const flags = ["--auto-approve", "--skip-provider-lock", "--parallelism", `${parallelism}`, "--no-color"];
  const args = [command, ...stacks, "--output", output, ...flags];
  return start(inProject("node_modules/.bin/cdktf"), args, { cwd: directory, env });
}
