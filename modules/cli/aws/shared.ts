import { unlessAborted } from "./unless-aborted";

/** Waits for the work until the signal is aborted. */
export type Shared<T> = (signal: AbortSignal) => Promise<T>;

interface Begun<T> {
  readonly result: Promise<T>;
  readonly ends: AbortController;
  /** The signals of all who wait. */
  readonly waiting: Set<AbortSignal>;
}

/**
 * Work that many wait for and that is done once. It is ended when none of them waits any more; who comes then begins it
 * anew. What came of it, a failure too, is kept.
 */
export function shared<T>(work: (ends: AbortSignal) => Promise<T>): Shared<T> {
  let begun: Begun<T> | undefined;

  const wait = async (signal: AbortSignal): Promise<T> => {
    const current = !begun || begun.ends.signal.aborted ? begin(work) : begun;
    begun = current;
    const leave = () => {
      if ([...current.waiting].every(({ aborted }) => aborted)) current.ends.abort();
    };
    current.waiting.add(signal);
    signal.addEventListener("abort", leave, { once: true });
    return current.result.finally(() => signal.removeEventListener("abort", leave));
  };
  return (signal) => unlessAborted(signal, () => wait(signal));
}

function begin<T>(work: (ends: AbortSignal) => Promise<T>): Begun<T> {
  const ends = new AbortController();
  return { result: work(ends.signal), ends, waiting: new Set() };
}
