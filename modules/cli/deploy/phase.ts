import { drawn } from "../drawn";
import { tableText } from "../table";
import type { Terminal } from "../terminal";
import type { Outcome, Step } from "./outcome";
import { outcomeLine } from "./summary";

/** Hears how the stacks of a phase fare. */
export interface Watch {
  readonly begins: (stack: string, step: Step) => void;
  readonly ended: (outcome: Outcome) => void;
}

/**
 * Shows how far a phase of a rollout is while it lasts.
 *
 * @param total how many stacks it has
 */
export type Phase = <T>(title: string, total: number, work: (watch: Watch) => Promise<T>) => Promise<T>;

/** Shows it as the terminal can: the stacks at work as a table that stays current, else a line for each that is done. */
export const phaseOn = (terminal: Terminal): Phase => (terminal.live ? table : lines(terminal));

const lines =
  ({ err }: Terminal): Phase =>
  (title, total, work) => {
    let done = 0;
    return work({
      begins: () => {},
      ended: (outcome) => {
        done += 1;
        err(`${title}, ${done} of ${total}: ${outcomeLine(outcome)}`);
      },
    });
  };

const REDRAWN_MS = 500;

const table: Phase = (title, total, work) => {
  const atWork = new Map<string, { readonly step: Step; readonly since: number }>();
  const counts = { done: 0, failed: 0 };
  const text = () => [headline(title, total, counts), ...workTable(atWork)].join("\n");
  return drawn(text(), (draw) => {
    const clock = setInterval(() => draw(text()), REDRAWN_MS);
    return work({
      begins: (stack, step) => atWork.set(stack, { step, since: performance.now() }),
      ended: ({ stack, status }) => {
        atWork.delete(stack);
        counts.done += 1;
        if (status === "failed") counts.failed += 1;
      },
    }).finally(() => clearInterval(clock));
  });
};

const headline = (title: string, total: number, { done, failed }: { done: number; failed: number }): string =>
  `${title}: ${done} of ${total}${failed > 0 ? `, ${failed} failed` : ""}`;

function workTable(atWork: ReadonlyMap<string, { readonly step: Step; readonly since: number }>): string[] {
  if (atWork.size === 0) return [];
  const rows = [...atWork].map(([stack, { step, since }]) => [
    stack,
    step,
    `${Math.round((performance.now() - since) / 1000)} s`,
  ]);
  return tableText(["STACK", "STEP", "FOR"], rows).split("\n");
}
