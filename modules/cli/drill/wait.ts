import { FaultError } from "../aws/fault";
import type { Ground } from "./step";

interface Wait {
  /** When waiting began, in milliseconds of the ground's clock. */
  readonly since: number;
  /** What is waited for, in words. */
  readonly what: string;
  readonly remedy: string;
}

const EVERY_MS = 3_000;
const TELL_MS = 60_000;

/** Looks again and again until something is there, or the ground's patience ends. */
export async function waited<T>(
  { clock, stop, patience, tell }: Pick<Ground, "clock" | "stop" | "patience" | "tell">,
  { since, what, remedy }: Wait,
  look: () => Promise<T | undefined>,
): Promise<T> {
  for (let told = clock.now(); ; ) {
    const found = await look();
    if (found !== undefined) return found;
    if (clock.now() >= since + patience) {
      throw new FaultError({ kind: "timeout", message: `No ${what} came in time.`, remedy });
    }
    if (clock.now() >= told + TELL_MS) {
      told = clock.now();
      tell(`Waiting for ${what}: ${Math.round((told - since) / 1000)} s since the event ...`);
    }
    await clock.sleep(EVERY_MS, stop);
  }
}
