import type { Target } from "../../fleet";
import { type Wave, wavesOf } from "../wave";
import { NO_CHANGES } from "./changes";
import { inOrder } from "./in-order";
import { type Job, skipped } from "./order";
import { isBroken, type Outcome } from "./outcome";
import type { Phase } from "./phase";
import { applyPlan, deployStack, plannedEarlier, planStack, type Site, type Work } from "./stack";

/** How a fleet is rolled out. */
export interface Rollout {
  readonly site: Site;
  /** How many stacks are under way at a time. */
  readonly parallelism: number;
  /** Whether the first stack that fails stops all that has not begun. */
  readonly failFast: boolean;
  /** Shows how far it is. */
  readonly phase: Phase;
}

/** Asked before a wave is applied, with what was planned for it. */
export type Approve = (wave: Wave, plans: readonly Outcome[]) => Promise<boolean>;

/** Plans every stack. No plan waits for another, since none changes anything. */
export const planFleet = (targets: readonly Target[], rollout: Rollout): Promise<readonly Outcome[]> =>
  planAll("Planning", targets, rollout);

/** Deploys every stack, wave by wave, and asks nobody. */
export const deployFleet = (targets: readonly Target[], rollout: Rollout): Promise<readonly Outcome[]> =>
  waveByWave(targets, (wave) => each(`Deploying wave ${wave.number}`, wave.targets, [], rollout, deployStack));

/** Plans a wave, has it approved and applies its plan files, and so wave by wave. */
export const reviewFleet = (
  targets: readonly Target[],
  rollout: Rollout,
  approve: Approve,
): Promise<readonly Outcome[]> =>
  waveByWave(targets, async (wave) => {
    const plans = await planAll(`Planning wave ${wave.number}`, wave.targets, rollout);
    const held = plans.some(isPlanned)
      ? (halt(rollout, plans) ?? ((await approve(wave, plans)) ? undefined : "it was not approved"))
      : undefined;
    return held === undefined
      ? applyAll(wave, plans, rollout)
      : plans.map((plan) => (isPlanned(plan) ? skipped(plan.stack, held) : plan));
  });

/** Applies the plan files of an earlier run, wave by wave. */
export const applyFleet = (targets: readonly Target[], rollout: Rollout): Promise<readonly Outcome[]> =>
  waveByWave(targets, async (wave) => {
    const plans = wave.targets.map(({ stackId }) => guarded(stackId, () => plannedEarlier(rollout.site, stackId)));
    return applyAll(wave, await Promise.all(plans), rollout);
  });

/** Rolls out one wave after the other. One of which a stack was not deployed stops the next. */
async function waveByWave(
  targets: readonly Target[],
  rollOut: (wave: Wave) => Promise<readonly Outcome[]>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const wave of wavesOf(targets)) {
    const broken = outcomes.find(isBroken);
    const reason = `${broken?.stack}, which is in an earlier wave, was not deployed`;
    outcomes.push(...(broken ? wave.targets.map(({ stackId }) => skipped(stackId, reason)) : await rollOut(wave)));
  }
  return outcomes;
}

const planAll = (title: string, targets: readonly Target[], rollout: Rollout): Promise<readonly Outcome[]> =>
  each(
    title,
    targets.map(({ stackId }) => ({ stackId, dependsOn: [] })),
    [],
    rollout,
    planStack,
  );

const applyAll = (
  { number, targets }: Wave,
  plans: readonly Outcome[],
  rollout: Rollout,
): Promise<readonly Outcome[]> =>
  each(
    `Applying wave ${number}`,
    targets,
    plans.filter((plan) => !isPlanned(plan)),
    rollout,
    applyPlan,
  );

const isPlanned = ({ status }: Outcome): boolean => status === "planned";

/** Does the same to every stack that is not settled. */
function each(
  title: string,
  jobs: readonly Job[],
  settled: readonly Outcome[],
  rollout: Rollout,
  work: Work,
): Promise<readonly Outcome[]> {
  const { site, parallelism, phase } = rollout;
  const pace = { parallelism, halted: (outcomes: Iterable<Outcome>) => halt(rollout, outcomes) };
  return phase(title, jobs.length - settled.length, (watch) =>
    inOrder(jobs, settled, pace, async ({ stackId }) => {
      const outcome = await guarded(stackId, () => work({ ...site, begins: watch.begins }, stackId));
      watch.ended(outcome);
      return outcome;
    }),
  );
}

/** Why nothing more may start. */
function halt({ site, failFast }: Rollout, outcomes: Iterable<Outcome>): string | undefined {
  if (site.signal.aborted) return "the rollout was interrupted";
  const failed = failFast ? [...outcomes].find(({ status }) => status === "failed") : undefined;
  return failed && `${failed.stack} failed first`;
}

/** What comes of work on a stack. What throws, at once or later, is a failure of its stack. */
async function guarded(stack: string, work: () => Outcome | Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    return thrown(stack, error as Error);
  }
}

const thrown = (stack: string, { message }: Error): Outcome => ({
  stack,
  status: "failed",
  step: "init",
  changes: NO_CHANGES,
  failure: { kind: "failed", message, remedy: "Synthesize the stack again, and look at its folder.", passes: false },
});
