import { onlyTls, type PolicyDocument, policy, SERVICE, type Statement } from "../../aws";
import type { TargetFastPath } from "../../fleet";

/**
 * Lets these rules keep what they could not deliver, over TLS alone.
 *
 * Source: EventBridge User Guide, "Using dead-letter queues to process undelivered events".
 */
export const undeliveredPolicy = (queue: string, rules: readonly string[]): PolicyDocument =>
  policy<Statement>(
    {
      Sid: "RulesKeepUndelivered",
      Effect: "Allow",
      Principal: { Service: SERVICE.events },
      Action: "sqs:SendMessage",
      Resource: queue,
      Condition: { ArnEquals: { "aws:SourceArn": rules } },
    },
    onlyTls("sqs:*", queue),
  );

/**
 * Lets accounts of the fleet send to the bus of a hub, and all of an organization. Those of the fleet are listed in a
 * condition, where hundreds fit.
 *
 * Sources: EventBridge User Guide, "Permissions for event buses"; IAM User Guide, "AWS global condition context keys".
 */
export const busPolicy = ({ arn, senders, organization }: NonNullable<TargetFastPath["bus"]>): PolicyDocument =>
  policy<Statement>(
    ...(senders.length > 0 ? [sending("FleetSends", arn, { "aws:PrincipalAccount": senders })] : []),
    ...(organization ? [sending("OrganizationSends", arn, { "aws:PrincipalOrgID": organization })] : []),
  );

const sending = (sid: string, bus: string, whose: Readonly<Record<string, string | readonly string[]>>): Statement => ({
  Sid: sid,
  Effect: "Allow",
  Principal: "*",
  Action: "events:PutEvents",
  Resource: bus,
  Condition: { StringEquals: whose },
});
