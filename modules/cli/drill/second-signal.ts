/**
 * Aborted by the Ctrl-C after the one that aborts the first: what cleans up heeds this one.
 *
 * @param interrupted gives a signal that the next Ctrl-C aborts.
 */
export function secondSignal(first: AbortSignal, interrupted: () => AbortSignal): AbortSignal {
  const second = new AbortController();
  const listen = () => interrupted().addEventListener("abort", () => second.abort(), { once: true });
  first.addEventListener("abort", listen, { once: true });
  return second.signal;
}
