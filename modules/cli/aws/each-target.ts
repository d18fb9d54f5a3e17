import pMap from "p-map";
import type { Target } from "../../fleet";
import { type Fault, faultOf } from "./fault";
import type { Session, SessionPlace, Sessions } from "./session";
import { unlessAborted } from "./unless-aborted";
import { within } from "./within";

/** What came of one target: an answer, or the reason why there is none. */
export type Outcome<T, P = Target> = { readonly target: P; readonly milliseconds: number } & (
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault }
);

/** How targets are asked. */
export interface Pace<P = Target> {
  /** How many targets are asked at a time. */
  readonly concurrency: number;
  /** Milliseconds that one target has. */
  readonly timeout: number;
  /** Ends all that is under way; targets that have not answered become faults. */
  readonly signal: AbortSignal;
  /** Hears of each target that is done. */
  readonly done?: (target: P) => unknown;
}

/**
 * Asks every target, or whatever else a session can be opened for, side by side. One that fails is an outcome like any
 * other; the order is that of the targets.
 */
export function eachTarget<T, P extends SessionPlace = Target>(
  targets: readonly P[],
  sessions: Sessions,
  { concurrency, timeout, signal, done }: Pace<P>,
  work: (session: Session, target: P) => Promise<T>,
): Promise<Outcome<T, P>[]> {
  const ask = (target: P): Promise<Outcome<T, P>> =>
    within(signal, timeout, async (ends) => {
      const start = performance.now();
      const about = () => ({ target, milliseconds: Math.round(performance.now() - start) });
      try {
        const value = await unlessAborted(ends, async () => work(await sessions(target, ends), target));
        return { ...about(), ok: true, value };
      } catch (error) {
        return { ...about(), ok: false, fault: faultOf(error, ends) };
      } finally {
        done?.(target);
      }
    });
  return pMap(targets, ask, { concurrency });
}
