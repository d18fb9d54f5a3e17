import {
  type IdentityStatement,
  type Locality,
  type PolicyDocument,
  policy,
  ruleArn,
  type Statement,
  type TrustStatement,
} from "../../aws";

const EVENTS = "events.amazonaws.com";

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
      Principal: { Service: EVENTS },
      Action: "sqs:SendMessage",
      Resource: queue,
      Condition: { ArnEquals: { "aws:SourceArn": rules } },
    },
    {
      Sid: "OnlyTls",
      Effect: "Deny",
      Principal: "*",
      Action: "sqs:*",
      Resource: queue,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  );

/** Lets the rule that sends events to the hub take its role, and nothing else of EventBridge. */
export const relayTrust = (rule: string, at: Locality): PolicyDocument<TrustStatement> =>
  policy({
    Sid: "OnlyTheRelay",
    Effect: "Allow",
    Principal: { Service: EVENTS },
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:SourceAccount": at.account }, ArnEquals: { "aws:SourceArn": ruleArn(at, rule) } },
  });

/** The one thing that the role of a relay may do. */
export const relayPermission = (bus: string): PolicyDocument<IdentityStatement> =>
  policy({ Sid: "SendToHub", Effect: "Allow", Action: "events:PutEvents", Resource: bus });

/**
 * Lets accounts of the fleet send to the bus of a hub. They are listed in a condition, where hundreds fit.
 *
 * Source: EventBridge User Guide, "Permissions for event buses".
 */
export const busPolicy = (bus: string, senders: readonly string[]): PolicyDocument =>
  policy<Statement>({
    Sid: "FleetSends",
    Effect: "Allow",
    Principal: "*",
    Action: "events:PutEvents",
    Resource: bus,
    Condition: { StringEquals: { "aws:PrincipalAccount": senders } },
  });
