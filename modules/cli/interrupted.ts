import { setMaxListeners } from "node:events";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/**
 * A signal that Ctrl-C or SIGTERM aborts, with its name as the reason, so that a command can end what it began. A second one
 * ends the process.
 */
export function interruptedSignal(process: NodeJS.Process): AbortSignal {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal); // every stack and call under way listens
  for (const signal of SIGNALS) process.once(signal, () => controller.abort(signal));
  return controller.signal;
}
