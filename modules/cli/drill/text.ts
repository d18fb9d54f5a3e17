import { tableText } from "../table";
import { LEFTOVER_CALLS } from "./leftovers";
import type { DrillPlan } from "./plan";
import type { DrillResult, StepResult } from "./result";
import { stepsOf } from "./steps";

/** A drill as a person reads it: how each step went, what was proven, and what is left. */
export const drillText = (result: DrillResult): string =>
  [
    tableText(
      ["STEP", "RESULT", "TOOK", "SINCE EVENT", "WHAT WAS SEEN"],
      result.steps.map((step) => [
        step.title,
        step.went,
        seconds(step.milliseconds),
        seconds(step.sinceEvent),
        seen(step),
      ]),
    ),
    ...mendText(result.steps),
    verdictText(result),
    ...result.cleaned.map(({ what, now, byHand, fault }) =>
      now ? `The ${what} ${now}.` : `Left behind: the ${what} (${fault?.message}). Remove it: ${byHand}`,
    ),
    ...result.leftovers.map(({ what, byHand }) => `Left by another drill: the ${what}. Remove it: ${byHand}`),
  ].join("\n");

const seconds = (milliseconds: number | undefined): string =>
  milliseconds === undefined ? "-" : `${(milliseconds / 1000).toFixed(1)} s`;

const seen = ({ evidence, fault }: StepResult): string => evidence ?? fault?.message ?? "-";

const mendText = (steps: readonly StepResult[]): string[] =>
  steps.flatMap(({ fault }) => (fault ? [`To mend it: ${fault.remedy}`] : []));

function verdictText({ proven, alarmOnly, control, account, region, steps }: DrillResult): string {
  const where = `${control} in ${account} ${region}`;
  if (!proven) return `Not proven: the alert of ${where}.`;
  const after = seconds(steps.at(-1)?.sinceEvent);
  return alarmOnly
    ? `Proven as far as the alarm: ${where} fires ${after} after the event. Whether anybody hears of it was not tried.`
    : `Proven: a key was disabled in ${account} ${region}, and the message of ${control} was there ${after} later.`;
}

/** What a drill would do, without doing it. */
export function planText(plan: DrillPlan): string {
  const { target, listener, control, topic } = plan;
  const accounts = { own: target.account.id, beside: (listener ?? target).account.id };
  return [
    `A drill of ${control.id} in ${target.stackId} would do this, and publish an alarm to everybody who is subscribed to ${topic.arn}:`,
    "",
    tableText(
      ["STEP", "ACCOUNT", "CALLS"],
      [
        ["Look for what earlier drills left", accounts.own, LEFTOVER_CALLS.own.join(", ")],
        ...(listener ? [["", accounts.beside, LEFTOVER_CALLS.beside.join(", ")]] : []),
        ...stepsOf(plan).map(({ title, where, calls }) => [title, accounts[where], calls.join(", ")]),
      ],
    ),
    "",
    "Afterwards queue and subscription are gone, and the key waits for its deletion: KMS deletes none before seven days.",
    "Nothing was done.",
  ].join("\n");
}

/** The same for machines. */
export const planData = (plan: DrillPlan) => ({
  dryRun: true,
  stackId: plan.target.stackId,
  control: plan.control.id,
  topic: plan.topic.arn,
  listener: plan.listener?.account.id,
  steps: stepsOf(plan).map(({ id, title, where, calls }) => ({
    id,
    title,
    account: (where === "own" ? plan.target : (plan.listener ?? plan.target)).account.id,
    calls,
  })),
});
