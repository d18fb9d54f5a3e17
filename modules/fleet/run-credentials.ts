import { fill, PLACEHOLDERS, type Place } from "../aws";
import type { Config, Workspaces } from "../config";

type Role = Workspaces["role"];
type Variables = Readonly<Record<string, string>>;

/** Whether runs of HCP Terraform plan and apply by one role, or by one for each. */
export type RunRoles = "one" | "apart";

/** Which of the two the config says; undefined where it names no role of runs. */
export function runRolesOf({ state }: Config): RunRoles | undefined {
  const role = state?.type === "hcp" ? state.workspaces?.role : undefined;
  if (!role) return undefined;
  return typeof role === "string" ? "one" : "apart";
}

/**
 * The environment variables by which a run of HCP Terraform gets credentials of AWS, as far as all workspaces share them.
 *
 * Source: HCP Terraform, "Use dynamic credentials with the AWS provider".
 */
export const commonCredentials = (role: Role): Variables =>
  role === undefined
    ? {}
    : { TFC_AWS_PROVIDER_AUTH: "true", ...Object.fromEntries(roleVariables(role).filter(([, arn]) => !differs(arn))) };

/** The same as far as they differ from target to target. What differs follows from the text alone, not from the fleet. */
export const ownCredentials = (role: Role, place: Place): Variables =>
  Object.fromEntries(
    roleVariables(role).flatMap(([variable, arn]) => (differs(arn) ? [[variable, fill(arn, place)]] : [])),
  );

const differs = (template: string): boolean => PLACEHOLDERS.some((placeholder) => template.includes(placeholder));

function roleVariables(role: Role): readonly (readonly [variable: string, template: string])[] {
  if (role === undefined) return [];
  if (typeof role === "string") return [["TFC_AWS_RUN_ROLE_ARN", role]];
  return [
    ["TFC_AWS_PLAN_ROLE_ARN", role.plan],
    ["TFC_AWS_APPLY_ROLE_ARN", role.apply],
  ];
}
