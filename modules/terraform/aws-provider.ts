import { AwsProvider, type AwsProviderConfig } from "@cdktf/provider-aws/lib/provider";
import type { TerraformStack } from "cdktf";
import type { Target } from "../fleet";
import type { Variables } from "./variables";

/** Full source address, which OpenTofu understands too; CDKTF writes `aws` alone. */
const SOURCE = "hashicorp/aws";

/** What a stack's provider is made of. */
export type ProviderPlace = Pick<Target, "region" | "versions" | "role" | "stsRegion" | "tags"> & {
  readonly account: Pick<Target["account"], "id">;
};

/**
 * The AWS provider of a stack and the versions that may run it: into the target's account by its role, and refusing
 * every other account.
 */
export function awsProvider(stack: TerraformStack, place: ProviderPlace, variables: Variables): AwsProvider {
  stack.addOverride("terraform.required_version", place.versions.terraform);
  stack.addOverride("terraform.required_providers.aws", { source: SOURCE, version: place.versions.aws });
  return new AwsProvider(stack, "aws", settingsOf(place, variables));
}

/** A second provider of the stack, for what lies in another region of the same account. */
export const furtherProvider = (
  stack: TerraformStack,
  place: ProviderPlace,
  region: string,
  variables: Variables,
): AwsProvider => new AwsProvider(stack, region, { ...settingsOf({ ...place, region }, variables), alias: region });

function settingsOf(
  { region, stsRegion, account, role, tags }: ProviderPlace,
  variables: Variables,
): AwsProviderConfig {
  return {
    region,
    stsRegion,
    allowedAccountIds: [account.id],
    assumeRole: role && [
      { roleArn: role.arn, externalId: variables.text(role.externalId), sessionName: role.sessionName },
    ],
    defaultTags: Object.keys(tags).length > 0 ? [{ tags }] : undefined,
  };
}
