import { fill } from "../aws";
import { nearest, type Site } from "../config";
import type { TargetRole } from "./target";

/**
 * The roles that alone may end what guards the alerts, sorted: the deploy role and those for emergencies. Where no deploy
 * role is known there are none, so that nothing shuts out who deploys.
 */
export function keepersOf(site: Site, role: TargetRole | undefined): string[] {
  if (!role) return [];
  const breakGlass = nearest(site.layers, "breakGlassRoles")?.value ?? [];
  return [...new Set([role.arn, ...breakGlass.map((arn) => fill(arn, site))])].sort();
}
