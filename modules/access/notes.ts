import type { BoundaryDescription } from "./boundary";
import type { RoleDescription } from "./describe";
import { POLICIES_OF_A_ROLE, POLICY_SIZE, sizeOf } from "./documents";
import type { Described } from "./formats";

/** What a person should know of roles and their boundary before using them. */
export const roleNotes = ({ roles, boundary }: Described): string[] => [
  ...roles.flatMap(notesOn),
  ...(boundary ? notesOnBoundary(boundary) : []),
];

const size = POLICY_SIZE.toLocaleString("en");

/** A role has one boundary, which cannot be split. */
const notesOnBoundary = ({ name, document }: BoundaryDescription): string[] =>
  sizeOf(document) > POLICY_SIZE
    ? [`${name} is too long: IAM takes at most ${size} characters. Use --account to write each account's own.`]
    : [];

function notesOn({ name, trust, policies }: RoleDescription): string[] {
  const marks = [...new Set(JSON.stringify(trust ?? {}).match(/<[^<>"]+>/g) ?? [])];
  return [
    ...(policies.length > 1
      ? [`${name} needs ${policies.length} policies: IAM takes at most ${size} characters in one.`]
      : []),
    ...(policies.length > POLICIES_OF_A_ROLE
      ? [
          `${name} cannot have them all: a role may have ${POLICIES_OF_A_ROLE} managed policies. ` +
            "Have the quota raised, or use --account to write each account's own.",
        ]
      : []),
    ...marks.map((mark) => `${name}: put the secret external id in place of ${mark} in its trust policy.`),
  ];
}
