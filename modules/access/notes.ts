import type { RoleDescription } from "./describe";
import { POLICIES_OF_A_ROLE, POLICY_SIZE } from "./documents";

/** What a person should know of roles before using them. */
export const roleNotes = (roles: readonly RoleDescription[]): string[] => roles.flatMap(notesOn);

function notesOn({ name, trust, policies }: RoleDescription): string[] {
  const size = POLICY_SIZE.toLocaleString("en");
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
