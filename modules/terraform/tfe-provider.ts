import { TfeProvider } from "@cdktf/provider-tfe/lib/provider";
import type { TerraformStack } from "cdktf";
import type { FleetWorkspaces } from "../fleet";

/** Full source address, which OpenTofu understands too. Older versions lose write-only values of a variable set. */
const PROVIDER = { source: "hashicorp/tfe", version: ">= 0.75.0, < 1.0.0" } as const;

/** Terraform keeps no write-only value, and no value of an ephemeral variable, since this version. */
const WRITE_ONLY = ">= 1.11.0";

/** The provider of HCP Terraform, for one organization. It takes the caller's own token, as `terraform login` leaves it. */
export function tfeProvider(stack: TerraformStack, fleet: FleetWorkspaces): TfeProvider {
  const { versions, hostname, organization, secrets } = fleet;
  const constraints = secrets.length > 0 ? [versions.terraform, WRITE_ONLY] : [versions.terraform];
  stack.addOverride("terraform.required_version", constraints.join(", "));
  stack.addOverride("terraform.required_providers.tfe", PROVIDER);
  return new TfeProvider(stack, "tfe", { hostname, organization });
}
