import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { TerraformStack } from "cdktf";
import type { Target } from "../fleet";
import type { Variables } from "./variables";

/** Full source address, which OpenTofu understands too; CDKTF writes `aws` alone. */
const SOURCE = "hashicorp/aws";

/**
 * The AWS provider of a stack and the versions that may run it: into the target's account by its role, and refusing
 * every other account.
 */
export function awsProvider(stack: TerraformStack, target: Target, variables: Variables): AwsProvider {
  stack.addOverride("terraform.required_version", target.versions.terraform);
  stack.addOverride("terraform.required_providers.aws", { source: SOURCE, version: target.versions.aws });
  const { role, tags } = target;
  return new AwsProvider(stack, "aws", {
    region: target.region,
    stsRegion: target.stsRegion,
    allowedAccountIds: [target.account.id],
    assumeRole: role && [
      { roleArn: role.arn, externalId: variables.text(role.externalId), sessionName: role.sessionName },
    ],
    defaultTags: Object.keys(tags).length > 0 ? [{ tags }] : undefined,
  });
}
