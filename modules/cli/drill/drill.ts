import { FaultError, faultOf, type Sessions } from "../aws";
import { type Clock, systemClock } from "./clock";
import { lookForLeftovers } from "./leftovers";
import type { DrillPlan } from "./plan";
import type { DrillResult } from "./result";
import { secondSignal } from "./second-signal";
import type { Ground } from "./step";
import { stepsOf } from "./steps";
import { cleanUp } from "./undo";
import { walk } from "./walk";

/** How a drill is done. */
export interface DrillProps {
  readonly plan: DrillPlan;
  readonly sessions: Sessions;
  /** Gives a signal that the next Ctrl-C aborts. */
  readonly interrupted: () => AbortSignal;
  /** How long alarm and message are waited for, in milliseconds. */
  readonly patience: number;
  /** Hears, in words, of what happens. */
  readonly tell: (text: string) => void;
  /** @default the system's */
  readonly clock?: Clock;
}

/**
 * Proves the path of a target's alert with a real event, and takes away what that needed, whatever happens: the first
 * Ctrl-C ends the steps and cleans up, the second ends the cleaning and names what is left.
 *
 * @throws {FaultError} where an account cannot be reached, before anything is made
 */
export async function drill({
  plan,
  sessions,
  interrupted,
  patience,
  tell,
  clock = systemClock,
}: DrillProps): Promise<DrillResult> {
  const startedAt = clock.now();
  const stop = interrupted();
  const hurry = secondSignal(stop, interrupted);
  const { target, listener, control } = plan;
  const open = async (signal: AbortSignal): Promise<Pick<Ground, "own" | "beside">> => {
    try {
      const own = await sessions(target, signal);
      return { own, beside: !listener || listener === target ? own : await sessions(listener, signal) };
    } catch (error) {
      throw new FaultError(faultOf(error, signal));
    }
  };
  // As long as nothing is made, the first Ctrl-C ends the calls under way too.
  const early: Ground = { plan, ...(await open(stop)), clock, stop, patience, tell };
  const before = await lookForLeftovers(early);
  const ground = { ...early, ...(await open(hurry)) };
  const { steps, undos } = await walk(stepsOf(plan), ground, ({ title }) => tell(`${title} ...`));
  tell("Cleaning up ...");
  const cleaned = await cleanUp(undos, hurry);
  // What failed may have been made all the same, where the answer alone was lost.
  const found = steps.some(({ went }) => went === "failed")
    ? await lookForLeftovers({ ...ground, stop: hurry })
    : before;
  return {
    version: 1,
    stackId: target.stackId,
    account: target.account.id,
    region: target.region,
    control: control.id,
    proven: steps.every(({ went }) => went === "done"),
    alarmOnly: !listener,
    startedAt: new Date(startedAt).toISOString(),
    endedAt: new Date(clock.now()).toISOString(),
    steps,
    cleaned,
    leftovers: found.filter(({ what }) => cleaned.every((one) => one.what !== what)),
  };
}
