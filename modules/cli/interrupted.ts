import { setMaxListeners } from "node:events";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/**
 * A signal that Ctrl-C or SIGTERM aborts, with its name as the reason, so that a command can end what it began. A second one
 * ends the process.
 *
 * The handler goes a turn after it was called, and not before as `once` would have it: what draws on the terminal puts the
 * cursor back by signal-exit, which ends the process itself where it finds that nobody else listens.
 */
export function interruptedSignal(process: NodeJS.Process): AbortSignal {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal); // every stack and call under way listens
  for (const signal of SIGNALS) {
    const abort = () => {
      controller.abort(signal);
      setImmediate(() => process.off(signal, abort));
    };
    process.on(signal, abort);
  }
  return controller.signal;
}
