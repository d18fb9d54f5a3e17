import { CATALOGUE } from "../controls";
import { parsePattern, samePattern } from "../controls/filter-pattern";
import type { Target, TargetControl } from "../fleet";

/** What a person should know of a target beyond the table. */
const NOTES: readonly ((target: Target) => string[])[] = [
  ({ stackId, topics }) =>
    topics.flatMap((topic) =>
      topic.kind === "made" && topic.encryption.kind === "managed" && topic.encryption.keepers.length === 0
        ? [
            `${stackId}: any administrator may disable the key of ${topic.name}, and no alert would arrive. ` +
              "Name a `role` or `breakGlassRoles`, which alone may.",
          ]
        : [],
    ),
  ({ stackId, retired }) =>
    retired ? [`${stackId} has retired: its stack plans the destruction of what it had.`] : [],
  ({ stackId, retired }) =>
    (retired?.emails ?? []).map(
      (email) => `${stackId}: if ${email} was never confirmed, SNS deletes it after three days; Terraform cannot.`,
    ),
  ({ stackId, controls }) =>
    controls
      .filter(countsOtherEvents)
      .map(
        ({ id }) => `${stackId}: the pattern of ${id} counts other events than the catalogue's; checkers refuse it.`,
      ),
];

function countsOtherEvents({ id, filter }: TargetControl): boolean {
  const standard = CATALOGUE.find((control) => control.id === id)?.filter.pattern ?? "";
  if (filter.pattern === standard) return false;
  const [own, catalogue] = [parsePattern(filter.pattern), parsePattern(standard)];
  return !own.ok || !catalogue.ok || samePattern(own.ast, catalogue.ast) !== "equal";
}

/** The notes on a fleet, one line each. */
export const fleetNotes = (targets: readonly Target[]): string[] =>
  targets.flatMap((target) => NOTES.flatMap((note) => note(target)));
