import type { AssumeRoleRequest } from "@aws-sdk/client-sts";
import type { AssumedRole } from "../../fleet";

/** What STS is asked for a backend's role. How long it lasts stays with STS: an hour is more than reading takes. */
export const requestOf = (
  role: AssumedRole,
): Omit<AssumeRoleRequest, "RoleSessionName"> & { RoleSessionName?: string } => ({
  RoleArn: role.role_arn,
  ExternalId: role.external_id,
  RoleSessionName: role.session_name,
  SourceIdentity: role.source_identity,
  Policy: role.policy,
  PolicyArns: role.policy_arns?.map((arn) => ({ arn })),
  Tags: role.tags && Object.entries(role.tags).map(([Key, Value]) => ({ Key, Value })),
  TransitiveTagKeys: role.transitive_tag_keys && [...role.transitive_tag_keys],
});
