/** Shows how far work is: by a title, and what it is at below it. */
export type Draw = (title: string, below?: string) => void;

/**
 * Runs work and draws on the terminal how far it is, which is gone when it is done.
 *
 * @param title what is drawn first
 */
export async function drawn<T>(title: string, work: (draw: Draw) => Promise<T>): Promise<T> {
  const { Listr } = await import("listr2");
  let result: Promise<T> | undefined;
  const task = {
    title,
    task: (_: unknown, shown: { title: string; output: string }) => {
      result = work((now, below) => {
        shown.title = now;
        if (below !== undefined) shown.output = below;
      });
      return result;
    },
  };
  await new Listr([task], { registerSignalListeners: false, rendererOptions: { clearOutput: true } }).run();
  return result as Promise<T>;
}
