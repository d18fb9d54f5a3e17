import type { Target } from "../../fleet";
import { BrokenPath } from "../../proof";
import { type Call, CONFIG_OPTIONS, defineCommand } from "../command";
import { canAsk, confirmed } from "../confirmed";
import type { Approve, Outcome, Rollout } from "../deploy";
import { DEPLOY_OPTIONS, type DeployOptions } from "../deploy/options";
import { EXIT, type ExitCode } from "../exit";
import { chosenTargets } from "../only";
import { OUTPUT_OPTION, outputFolder } from "../output";
import { requireTerraform, terraformBinary } from "../terraform";
import { inWave, withWaves } from "../wave";
import { writeStacks } from "./synth";

/** Loaded here alone: `affected` brings CDKTF along. */
const load = () => require("../deploy") as typeof import("../deploy");
const loadAffected = () => require("../affected") as typeof import("../affected");

/** Writes the stacks and deploys them with Terraform. */
export const deploy = defineCommand<DeployOptions>({
  usage: "deploy [stacks-or-accounts...]",
  description: "Write the stacks and deploy them with Terraform, wave by wave: all, or those that are named.",
  options: [...CONFIG_OPTIONS, OUTPUT_OPTION, ...DEPLOY_OPTIONS],
  examples: [
    "deploy",
    "deploy --yes --parallelism 4",
    "deploy keywatch-111111111111-eu-west-1",
    "deploy --plan --affected origin/main",
    "deploy --apply-plans --wave 1",
  ],
  run: (call) =>
    withWaves(call, (all, file) => {
      const { options, args, terminal } = call;
      const rollOut = wayOf(call);
      if (!rollOut) {
        terminal.err("error: Nobody can be asked here. Say --yes to apply, or --plan to see what would change.");
        return EXIT.wrong;
      }
      const named = { ...call, options: { only: args.length > 0 ? args : undefined } };
      return chosenTargets(named, all, (chosen) =>
        deployed(call, { all, chosen: inWave(chosen, options), file }, rollOut),
      );
    }),
});

type Way = (targets: readonly Target[], rollout: Rollout) => Promise<readonly Outcome[]>;

/** How the stacks are rolled out; undefined where somebody had to be asked and nobody can be. */
function wayOf(call: Call<DeployOptions>): Way | undefined {
  const { plan, applyPlans, yes, autoApprove } = call.options;
  const { planFleet, applyFleet, deployFleet, reviewFleet } = load();
  if (plan) return planFleet;
  if (applyPlans) return applyFleet;
  if (yes || autoApprove) return deployFleet;
  return canAsk(call) ? (targets, rollout) => reviewFleet(targets, rollout, askOn(call, rollout)) : undefined;
}

/** Shows what was planned for a wave and asks. */
const askOn =
  (call: Call, { site: { outdir, signal } }: Rollout): Approve =>
  async ({ number }, plans) => {
    call.terminal.out(load().rolloutText(plans, { outdir, binary: terraformBinary(call.env) }));
    return confirmed(call, `Apply wave ${number}?`, signal);
  };

/** The fleet of a config file, and the part of it that is meant. */
interface Meant {
  readonly all: readonly Target[];
  readonly chosen: readonly Target[];
  readonly file: string;
}

const ENDING =
  "Interrupted. Nothing more starts; the stacks at work finish what they are at and give their locks back.";

/** Rolls out what is meant. All stacks are written, so that none of the others is taken for one that has left. */
async function deployed(call: Call<DeployOptions>, meant: Meant, rollOut: Way): Promise<ExitCode> {
  const { options, env, terminal } = call;
  await requireTerraform(env);
  const signal = call.interrupted();
  signal.addEventListener("abort", () => terminal.err(ENDING), { once: true });
  try {
    const targets = options.affected ? await affectedOf(meant, options.affected, call, signal) : meant.chosen;
    if (options.synth) writeStacks(meant.all, outputFolder(options, env));
    return told(call, await rollOut(targets, rolloutOf(call, signal)));
  } catch (error) {
    if (error instanceof BrokenPath) return refused(terminal, error, EXIT.failed);
    if (error instanceof loadAffected().GitError) return refused(terminal, error, EXIT.wrong);
    throw error;
  }
}

function refused({ err }: Call["terminal"], { message }: Error, code: ExitCode): ExitCode {
  err(message);
  return code;
}

/** What is meant and would be synthesized otherwise by a revision. */
async function affectedOf(
  { all, chosen, file }: Meant,
  revision: string,
  { terminal }: Call,
  signal: AbortSignal,
): Promise<readonly Target[]> {
  const { changed, added, incomparable } = await loadAffected().affected(all, { revision, file, signal });
  if (incomparable) terminal.err(`Every stack is affected: ${incomparable}`);
  const ids = new Set([...changed, ...added]);
  return chosen.filter(({ stackId }) => ids.has(stackId));
}

function rolloutOf({ options, env, terminal }: Call<DeployOptions>, signal: AbortSignal): Rollout {
  const { parallelismHere, pausesOf, phaseOn, sharedProviders, withPluginCache } = load();
  return {
    site: {
      outdir: outputFolder(options, env),
      env: withPluginCache(env),
      lockTimeout: options.lockTimeout,
      pauses: pausesOf(options.retries),
      signal,
      init: sharedProviders(),
    },
    parallelism: options.parallelism ?? parallelismHere(),
    failFast: options.failFast ?? false,
    phase: phaseOn(options.json ? { ...terminal, live: false } : terminal),
  };
}

/** Says what came of it. */
function told({ options, terminal, env }: Call<DeployOptions>, outcomes: readonly Outcome[]): ExitCode {
  const { isBroken, rolloutText } = load();
  const ok = !outcomes.some(isBroken);
  const outdir = outputFolder(options, env);
  if (options.json) terminal.out(JSON.stringify({ ok, outdir, stacks: outcomes }, null, 2));
  else terminal.out(rolloutText(outcomes, { outdir, binary: terraformBinary(env) }));
  return ok ? EXIT.fine : EXIT.failed;
}
