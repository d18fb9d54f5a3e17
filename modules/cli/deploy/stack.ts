import { rmSync } from "node:fs";
import path from "node:path";
import { terraformBinary } from "../terraform";
import { NO_CHANGES } from "./changes";
import { failureOf } from "./failure";
import { type StackFolder, stackFolder } from "./folder";
import { readMessages, type Said } from "./messages";
import type { Outcome, Step } from "./outcome";
import { forgetPlan, notePlan, readPlan } from "./plan-record";
import type { SharedInit } from "./providers";
import { type Patience, withRetries } from "./retry";
import { runApart } from "./terraform";

/** Where and how stacks are worked on. */
export interface Site extends Patience {
  /** Folder that the stacks were synthesized to. */
  readonly outdir: string;
  readonly env: NodeJS.ProcessEnv;
  /** Seconds that Terraform waits for a state that another run has locked. */
  readonly lockTimeout: number;
  readonly init: SharedInit;
}

/** The same, with one who hears what is done to a stack as it begins. */
export interface WatchedSite extends Site {
  readonly begins: (stack: string, step: Step) => void;
}

/** Something that is done to a stack. */
export type Work = (site: WatchedSite, stack: string) => Promise<Outcome>;

/** Plans a stack. What would change stands in its plan file. */
export const planStack: Work = (site, stack) => {
  const folder = fresh(site, stack);
  return withRetries(site, async () => {
    const ran = await inSteps(site, stack, [
      ["init"],
      ["plan", lockTimeout(site), `-out=${path.basename(folder.planFile)}`],
    ]);
    if (!ran.ok) return ran.outcome;
    notePlan(folder, { changes: ran.said.planned });
    return ran.said.planned ? { stack, status: "planned", changes: ran.said.planned } : { stack, status: "unchanged" };
  });
};

/** Applies the plan file of a stack as it was reviewed, and nothing else. */
export const applyPlan: Work = (site, stack) => {
  const folder = stackFolder(site.outdir, stack);
  return withRetries(site, async () => {
    const ran = await inSteps(site, stack, [["init"], ["apply", lockTimeout(site), path.basename(folder.planFile)]]);
    if (!ran.ok) return ran.outcome;
    forgetPlan(folder);
    return { stack, status: "applied", changes: ran.said.made };
  });
};

/** Plans and applies a stack in one go, which starts the provider less often than a plan file does. */
export const deployStack: Work = (site, stack) => {
  fresh(site, stack);
  return withRetries(site, async () => {
    const ran = await inSteps(site, stack, [["init"], ["apply", "-auto-approve", lockTimeout(site)]]);
    if (!ran.ok) return ran.outcome;
    return ran.said.planned ? { stack, status: "applied", changes: ran.said.made } : { stack, status: "unchanged" };
  });
};

/** What was planned for a stack in an earlier run. */
export function plannedEarlier(site: Site, stack: string): Outcome {
  const record = readPlan(stackFolder(site.outdir, stack));
  if (record)
    return record.changes ? { stack, status: "planned", changes: record.changes } : { stack, status: "unchanged" };
  return {
    stack,
    status: "failed",
    step: "apply",
    changes: NO_CHANGES,
    failure: {
      kind: "not-planned",
      message: "There is no plan file.",
      remedy: "Plan it with --plan, in this output folder, and review what would change.",
      passes: false,
    },
  };
}

/** The folder of a stack without anything of an earlier run. */
function fresh({ outdir }: Site, stack: string): StackFolder {
  const folder = stackFolder(outdir, stack);
  forgetPlan(folder);
  rmSync(folder.log, { force: true });
  return folder;
}

const lockTimeout = ({ lockTimeout }: Site): string => `-lock-timeout=${lockTimeout}s`;

type Ran = { readonly ok: true; readonly said: Said } | { readonly ok: false; readonly outcome: Outcome };

type Command = readonly [Step, ...string[]];

/** Runs `init` and what it is for. */
async function inSteps(site: WatchedSite, stack: string, [init, command]: readonly [Command, Command]): Promise<Ran> {
  const { lockFile } = stackFolder(site.outdir, stack);
  const initialized = await site.init(lockFile, () => run(site, stack, init));
  return initialized.ok ? run(site, stack, command) : initialized;
}

async function run(
  { outdir, env, signal, begins }: WatchedSite,
  stack: string,
  [step, ...args]: Command,
): Promise<Ran> {
  begins(stack, step);
  const { path: folder, log } = stackFolder(outdir, stack);
  const ended = await runApart(folder, [step, "-json", "-input=false", ...args], { env, log, signal });
  const said = readMessages(ended.text);
  if (ended.code === 0) return { ok: true, said };
  const { errors } = said;
  const remains = {
    errors,
    signal: ended.signal,
    interrupted: signal.aborted,
    binary: terraformBinary(env),
    folder,
    log,
  };
  return { ok: false, outcome: { stack, status: "failed", step, changes: said.made, failure: failureOf(remains) } };
}
