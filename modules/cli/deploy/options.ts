import { Option } from "commander";
import type { FleetOptions } from "../fleet";
import { amount, positive } from "../numbers";
import type { OutputOptions } from "../output";
import { WAVE_OPTION, type WaveOptions } from "../wave";

/** What `keywatch deploy` takes. */
export interface DeployOptions extends FleetOptions, OutputOptions, WaveOptions {
  readonly plan?: boolean;
  readonly applyPlans?: boolean;
  readonly yes?: boolean;
  readonly autoApprove?: boolean;
  /** A revision of git. */
  readonly affected?: string;
  readonly parallelism?: number;
  /** Seconds. */
  readonly lockTimeout: number;
  readonly retries: number;
  readonly failFast?: boolean;
  readonly synth: boolean;
}

export const DEPLOY_OPTIONS: readonly Option[] = [
  new Option("-y, --yes", "do not ask before stacks are applied"),
  new Option("--auto-approve", "the same, as cdktf names it"),
  new Option("--plan", "only plan: write plan files and say what they would change").conflicts([
    "applyPlans",
    "yes",
    "autoApprove",
  ]),
  new Option("--apply-plans", "only apply the plan files of an earlier --plan, as they were reviewed"),
  WAVE_OPTION,
  new Option("--affected <revision>", "only the stacks that this revision of git would synthesize otherwise"),
  new Option(
    "--parallelism <number>",
    "stacks at work at a time (default: what processors and memory allow)",
  ).argParser(positive),
  new Option("--lock-timeout <seconds>", "how long to wait for a state that another run has locked")
    .argParser(amount)
    .default(60),
  new Option("--retries <number>", "how often to try again what may pass, such as throttling")
    .argParser(amount)
    .default(3),
  new Option("--fail-fast", "start nothing more once a stack has failed"),
  new Option("--no-synth", "use the stacks as they were written before"),
];
