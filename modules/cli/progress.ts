import { drawn } from "./drawn";
import { printable } from "./printable";
import type { Terminal } from "./terminal";

/** Hears of each piece of work that is done, by its name. */
export type Step = (name: string) => void;

/** How often, in parts of the whole, progress is told where it cannot be drawn. */
const PARTS = 10;

/**
 * Runs long work and shows how far it is: drawn on a terminal and gone when it is done, else a line at every tenth
 * where errors are told.
 *
 * @param title what is done, such as `Auditing`
 * @param total pieces of work, each of which calls `step` once
 */
export async function withProgress<T>(
  terminal: Terminal,
  title: string,
  total: number,
  work: (step: Step) => Promise<T>,
): Promise<T> {
  let done = 0;
  const text = () => `${title}: ${done} of ${total}`;
  if (!terminal.live) {
    return work(() => {
      done += 1;
      if (Math.floor((done * PARTS) / total) > Math.floor(((done - 1) * PARTS) / total)) terminal.err(text());
    });
  }
  return drawn(text(), (draw) =>
    work((name) => {
      done += 1;
      draw(text(), printable(name));
    }),
  );
}
