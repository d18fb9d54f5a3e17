import { SERVICE } from "../../aws";

/*
 * What the patterns of Keywatch's own controls are made of. The benchmark's patterns are quoted whole, for checkers
 * compare them by letter.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */

export const FROM_KMS = `($.eventSource = ${SERVICE.kms})`;

/** CloudTrail writes an error code for what was refused or failed. */
export const SUCCEEDED = "($.errorCode NOT EXISTS)";

/** No AWS service called on somebody's behalf, as EC2 does for the grants of a volume, and CloudFormation for a stack. */
export const BY_NO_SERVICE = "($.userIdentity.invokedBy NOT EXISTS)";

const CALLERS_ROLE = "$.userIdentity.sessionContext.sessionIssuer.arn";

/** Asked twice, for `!=` does not hold where the field is missing: users and root have no role. */
export const NOT_BY_DEPLOY_ROLE = `((${CALLERS_ROLE} NOT EXISTS) || (${CALLERS_ROLE} != "{role}"))`;

export const all = (...conditions: readonly string[]): string => `(${conditions.join(" && ")})`;

export const any = (...conditions: readonly string[]): string => `(${conditions.join(" || ")})`;

export const event = (...names: readonly string[]): string => {
  const conditions = names.map((name) => `($.eventName = ${name})`);
  return conditions.length === 1 ? conditions.join() : any(...conditions);
};

/** A pattern of conditions that must hold together. */
export const pattern = (...conditions: readonly string[]): string => `{ ${conditions.join(" && ")} }`;
