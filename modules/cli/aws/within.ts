import { setMaxListeners } from "node:events";

/**
 * Does something that a signal ends, or the clock. The timer holds its signal: one of `AbortSignal.timeout` that nothing but
 * `AbortSignal.any` looks at is collected as garbage by Node 20, and then never fires.
 *
 * @param milliseconds after which the signal's reason is a TimeoutError
 */
export async function within<T>(
  signal: AbortSignal,
  milliseconds: number,
  work: (ends: AbortSignal) => Promise<T>,
): Promise<T> {
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(outOfTime()), milliseconds);
  const ends = AbortSignal.any([signal, clock.signal]);
  setMaxListeners(0, ends); // every call under way listens
  try {
    return await work(ends);
  } finally {
    clearTimeout(timer);
  }
}

/** The same as `AbortSignal.timeout` gives. */
const outOfTime = () => new DOMException("The operation was aborted due to timeout", "TimeoutError");
