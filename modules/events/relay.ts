import {
  type IdentityStatement,
  type Locality,
  type PolicyDocument,
  policy,
  ruleArn,
  SERVICE,
  type TrustStatement,
} from "../aws";

/** What a relay's rule says of itself, and the id of its one target, whatever makes it. */
export const RELAY = { description: "Sends key events to the bus of the hub.", targetId: "hub" } as const;

/** Lets the rule that sends events to the hub take its role, and nothing else of EventBridge. */
export const relayTrust = (rule: string, at: Locality): PolicyDocument<TrustStatement> =>
  policy({
    Sid: "OnlyTheRelay",
    Effect: "Allow",
    Principal: { Service: SERVICE.events },
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:SourceAccount": at.account }, ArnEquals: { "aws:SourceArn": ruleArn(at, rule) } },
  });

/** The one thing that the role of a relay may do. */
export const relayPermission = (bus: string): PolicyDocument<IdentityStatement> =>
  policy({ Sid: "SendToHub", Effect: "Allow", Action: "events:PutEvents", Resource: bus });
