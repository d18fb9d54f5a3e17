import type { RoleDescription } from "./describe";
import { POLICY_SIZE } from "./documents";
import type { Described } from "./formats";

/** What a person should know of roles before using them. */
export const roleNotes = ({ roles }: Pick<Described, "roles">): string[] => roles.flatMap(notesOn);

const size = POLICY_SIZE.toLocaleString("en");

function notesOn({ name, trust, policies }: RoleDescription): string[] {
  const marks = [...new Set(JSON.stringify(trust ?? {}).match(/<[^<>"]+>/g) ?? [])];
  return [
    ...(policies.length > 1
      ? [`${name} needs ${policies.length} policies: IAM takes at most ${size} characters in one.`]
      : []),
    ...marks.map((mark) => `${name}: put the secret external id in place of ${mark} in its trust policy.`),
  ];
}
