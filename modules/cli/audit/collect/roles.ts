import { GetRoleCommand, GetRolePolicyCommand, IAMClient } from "@aws-sdk/client-iam";
import { type Answer, answered, type Session, unlessMissing } from "../../aws";
import type { SeenRole } from "../seen";

/** A role by its name; undefined where there is none. */
export const seeRole = (
  { ask, signal }: Session,
  RoleName: string,
): Promise<Answer<Pick<SeenRole, "trust" | "boundary"> | undefined>> =>
  answered(signal, async () => {
    const found = await unlessMissing(ask(IAMClient, new GetRoleCommand({ RoleName })));
    return (
      found && {
        trust: decoded(found.Role?.AssumeRolePolicyDocument),
        boundary: found.Role?.PermissionsBoundary?.PermissionsBoundaryArn,
      }
    );
  });

/** The same with one of its policies. */
export async function seeRoleWith(
  session: Session,
  { name, policy }: { readonly name: string; readonly policy: string },
): Promise<Answer<SeenRole | undefined>> {
  const { ask, signal } = session;
  const [role, permission] = await Promise.all([
    seeRole(session, name),
    answered(signal, async () => {
      const command = new GetRolePolicyCommand({ RoleName: name, PolicyName: policy });
      const found = await unlessMissing(ask(IAMClient, command));
      return found && decoded(found.PolicyDocument);
    }),
  ]);
  return role.ok ? { ...role, value: role.value && { ...role.value, permission } } : role;
}

/** IAM writes policies as they stand in URLs. */
const decoded = (document = ""): string => decodeURIComponent(document);
