import { CATALOGUE, chosenPattern, PATTERN_CHOICES } from "../controls";
import { countsTheSame } from "../controls/filter-pattern";
import type { Target, TargetMetricAlarm, TargetTopic } from "../fleet";
import { trailCost } from "./trail-cost";

/** What a person should know of a target beyond the table. */
const NOTES: readonly ((target: Target) => string[])[] = [
  ({ stackId, topics }) =>
    topics.flatMap((topic) =>
      topic.kind === "made" && topic.encryption.kind === "managed" && topic.encryption.keepers.length === 0
        ? [
            `${stackId}: any administrator may disable the key of ${topic.name}, and no alert would arrive. ` +
              "Name the deploy `role`: it and `breakGlassRoles` alone may then.",
          ]
        : [],
    ),
  trailCost,
  ({ stackId, topics, liveness }) =>
    topics
      .filter((topic) => liveness?.alarms.some((alarm) => onlyTells(alarm, topic)))
      .map(
        ({ name }) =>
          `${stackId}: that ${name} fails to deliver is told over ${name} alone. ` +
          "Name another way in `liveness.actions`, or a topic of its own in `routes`.",
      ),
  ({ stackId, account, organization }) =>
    organization?.callAs === "SELF" && !organization.silent.some((entry) => entry.startsWith(account.id))
      ? [
          `${stackId}: no StackSet reaches the management account ${account.id}. ` +
            "List it under `accounts` with `fastPath: true`, or nobody hears of its keys at once.",
        ]
      : [],
  ({ stackId, retired }) =>
    retired ? [`${stackId} has retired: its stack plans the destruction of what it had.`] : [],
  ({ stackId, retired }) =>
    (retired?.emails ?? []).map(
      (email) => `${stackId}: if ${email} was never confirmed, SNS deletes it after three days; Terraform cannot.`,
    ),
  ({ stackId, controls }) =>
    controls.flatMap(({ id, filter }) => {
      const objection = objectionTo(id, filter.pattern);
      return objection === undefined ? [] : [`${stackId}: the pattern of ${id} ${objection}`];
    }),
];

/** Whether an alarm on a topic has no other way to people than that topic. */
const onlyTells = ({ metric, topics, further }: TargetMetricAlarm, { name, address }: TargetTopic): boolean =>
  metric.dimensions?.TopicName === name && further.alarm.length === 0 && topics.every((topic) => topic === address);

/**
 * What checkers have against the pattern of a control of the benchmark; some compare the texts without their blanks.
 *
 * @returns undefined where it is a pattern of the catalogue, and for controls that no benchmark has
 */
function objectionTo(id: string, pattern: string): string | undefined {
  const control = CATALOGUE.find((entry) => entry.id === id);
  if (!control?.benchmarks) return undefined;
  const chosen = PATTERN_CHOICES.map((choice) => chosenPattern(control, choice));
  if (!chosen.some((one) => countsTheSame(pattern, one))) {
    return "counts other events than the catalogue's; checkers refuse it.";
  }
  return [...chosen, ...Object.values(control.spellings ?? {})].some((one) => unspaced(one) === unspaced(pattern))
    ? undefined
    : "counts the catalogue's events in other words; checkers that compare texts refuse it.";
}

const unspaced = (pattern: string): string => pattern.replace(/\s/g, "");

/** The notes on a fleet, one line each. */
export const fleetNotes = (targets: readonly Target[]): string[] =>
  targets.flatMap((target) => NOTES.flatMap((note) => note(target)));
