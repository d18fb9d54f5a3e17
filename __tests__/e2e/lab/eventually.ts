import { setTimeout as sleep } from "node:timers/promises";

/** How long to wait for something, and how often to look, in milliseconds. */
export interface Patience {
  readonly within?: number;
  readonly every?: number;
}

/** Looks until `probe` yields something; fails once the time is up, and says what it waited for. */
export async function eventually<T>(
  what: string,
  probe: () => Promise<T | undefined>,
  { within = 30_000, every = 100 }: Patience = {},
): Promise<T> {
  const deadline = Date.now() + within;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (Date.now() >= deadline) throw new Error(`waited ${within} ms in vain for ${what}`);
    await sleep(every);
  }
}
