import { parseArn, roleArn } from "../aws";
import { localityOf, type Target } from "../fleet";
import { ROLE_NAMES } from "../names";

/** The roles that there are: one for each job in the accounts of the fleet, and those of who runs Keywatch. */
export type RoleKind = keyof typeof ROLE_NAMES;

export const ROLE_KINDS = Object.keys(ROLE_NAMES) as RoleKind[];

/** Path, which begins and ends with a slash, and name of a role or a policy. */
export interface RoleName {
  readonly path: string;
  readonly name: string;
}

/** The roles that the config may name. */
const NAMED_BY_CONFIG: readonly RoleKind[] = ["deploy", "bootstrap"];

/** What a role is called in a place: as the config says, or with its usual name. */
export function roleNameOf(kind: RoleKind, place?: Pick<Target, "role">): RoleName {
  const given = NAMED_BY_CONFIG.includes(kind) ? place?.role?.arn : undefined;
  return { path: "/", name: ROLE_NAMES[kind], ...(given ? nameIn(given) : {}) };
}

/** What the ARN of a role or a policy calls it; undefined in any other. */
export function nameIn(arn: string): RoleName | undefined {
  const [, path, name] = /^(?:role|policy)(\/(?:.*\/)?)([^/]+)$/.exec(parseArn(arn)?.resource ?? "") ?? [];
  return path === undefined || name === undefined ? undefined : { path, name };
}

/** The ARN of a role in a target's account. */
export function roleArnOf(kind: RoleKind, target: Target): string {
  const { path, name } = roleNameOf(kind, target);
  return roleArn(localityOf(target), `${path}${name}`.slice(1));
}
