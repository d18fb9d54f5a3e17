import { faultOf } from "../aws";
import type { Cleaned } from "./result";
import type { Undo } from "./step";

/**
 * Takes away what was made, the last first. What cannot be taken away does not keep the rest; from the moment that the
 * signal is aborted all that is left is only named.
 */
export async function cleanUp(undos: readonly Undo[], hurry: AbortSignal): Promise<Cleaned[]> {
  const cleaned: Cleaned[] = [];
  for (const { what, byHand, run } of [...undos].reverse()) {
    try {
      hurry.throwIfAborted();
      cleaned.push({ what, byHand, now: await run() });
    } catch (error) {
      cleaned.push({ what, byHand, fault: faultOf(error, hurry) });
    }
  }
  return cleaned;
}
