import type { Target } from "../fleet";

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
];

/** The notes on a fleet, one line each. */
export const fleetNotes = (targets: readonly Target[]): string[] =>
  targets.flatMap((target) => NOTES.flatMap((note) => note(target)));
