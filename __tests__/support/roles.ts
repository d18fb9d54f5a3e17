import type { BoundaryDescription, RoleDescription, RoleKind } from "../../modules/access";
import { withFile } from "./config-file";
import type { Raw } from "./fleet";
import { keywatch, type Ran } from "./keywatch";

/** What `keywatch permissions` does with a config. */
export const permissionsOf = (config: Raw, ...args: readonly string[]): Ran =>
  withFile("keywatch.config.json", JSON.stringify(config), (file) =>
    keywatch(["permissions", ...args, "--config", file]),
  );

/** The roles that it writes as JSON, by their kind. */
export function rolesOf(config: Raw, ...args: readonly string[]): Readonly<Record<RoleKind, RoleDescription>> {
  const { code, out, err } = permissionsOf(config, ...args);
  if (code !== 0) throw new Error(err);
  const roles: RoleDescription[] = JSON.parse(out).roles;
  return Object.fromEntries(roles.map((role) => [role.kind, role])) as Record<RoleKind, RoleDescription>;
}

/** The policy that bounds the roles of the stacks, as it writes it. */
export function boundaryOf(config: Raw, ...args: readonly string[]): BoundaryDescription {
  const { code, out, err } = permissionsOf(config, "boundary", ...args);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out).boundary;
}
