import { SERVICE } from "../aws";
import {
  type AccountRequest,
  answer,
  type HolderRequest,
  type PolicyRequest,
  type ReadStatement,
  type Refusal,
  type ServiceRequest,
} from "./policy";
import type { Service } from "./publisher";

/** An alarm or rule as it calls a topic or a key. */
export interface Sender {
  readonly service: Service;
  readonly account: string;
  /** Its ARN, which the service sends as `aws:SourceArn`. */
  readonly arn: string;
}

/** What a publisher does with the key of an encrypted topic. */
const KEY_USE = ["kms:Decrypt", "kms:GenerateDataKey"];

/**
 * Whether a service sends `aws:SourceAccount` and `aws:SourceArn` when it uses a topic's key.
 *
 * Source: SNS Developer Guide, "Enable compatibility between event sources from AWS services and encrypted topics".
 */
const SENDS_SOURCE_TO_KEY: Readonly<Record<Service, boolean>> = {
  [SERVICE.cloudwatch]: true,
  [SERVICE.events]: false,
};

/** AWS services call by TLS. */
const TLS = { "aws:securetransport": "true" };

const sourceOf = ({ account, arn }: Pick<Sender, "account" | "arn">) => ({
  "aws:sourceaccount": account,
  "aws:sourcearn": arn,
});

/**
 * The call with which an alert reaches a topic. EventBridge may leave out for whom it calls, and must get through either
 * way.
 *
 * Source: EventBridge User Guide, "Using resource-based policies": no `Condition` in topic policies.
 */
export function publishRequests(sender: Sender, topicArn: string): ServiceRequest[] {
  const call = { service: sender.service, action: "sns:Publish", resource: topicArn };
  const named = { ...call, context: { ...sourceOf(sender), ...TLS } };
  return sender.service === SERVICE.events ? [named, { ...call, context: TLS }] : [named];
}

/** The calls with which an alert passes the key of an encrypted topic; without an ARN, AWS has not made it up yet. */
export const keyRequests = (sender: Sender, keyArn?: string): ServiceRequest[] =>
  KEY_USE.map((action) => ({
    service: sender.service,
    action,
    resource: keyArn,
    context: { ...(SENDS_SOURCE_TO_KEY[sender.service] ? sourceOf(sender) : {}), ...TLS },
  }));

/** The call with which a rule keeps what it could not deliver. */
export const keepRequest = (sender: Sender, queueArn: string): ServiceRequest => ({
  service: sender.service,
  action: "sqs:SendMessage",
  resource: queueArn,
  context: { ...sourceOf(sender), ...TLS },
});

/** The call with which a service takes a role, for a rule or whatever else of an account. */
export const assumeRequest = ({ service, ...source }: Taker): ServiceRequest => ({
  service,
  action: "sts:AssumeRole",
  context: { ...sourceOf(source), ...TLS },
});

/** What takes a role: its service, its account, and the ARN that the service sends as `aws:SourceArn`. */
type Taker = Pick<Sender, "account" | "arn"> & Pick<ServiceRequest, "service">;

/** A call of whoever holds a policy in an account, as the policy answers it; without a resource it is about none. */
export const holderRequest = (action: string, account: string, resource?: string): HolderRequest => ({
  action,
  resource,
  context: { "aws:principalaccount": account, ...TLS },
});

/**
 * The call with which a role of an account sends to a bus: as its own policies see it, and as the bus does.
 *
 * @param organization that the account is known to be in
 */
export function sendRequests(
  account: string,
  bus: string,
  organization?: string,
): readonly [HolderRequest, AccountRequest] {
  const asked = holderRequest("events:PutEvents", account, bus);
  const whose: PolicyRequest["context"] = organization ? { "aws:principalorgid": organization } : {};
  const call = { ...asked, context: { ...asked.context, ...whose } };
  return [call, { ...call, account }];
}

/** What a policy refuses of these requests; those that are refused for one reason, together. */
export function refusals(
  statements: readonly ReadStatement[],
  requests: readonly PolicyRequest[],
): { readonly caller: string; readonly refusal: Refusal; readonly actions: readonly string[] }[] {
  const refused = new Map<string, { readonly caller: string; readonly refusal: Refusal; readonly actions: string[] }>();
  for (const request of requests) {
    const answered = answer(statements, request);
    if (answered.kind === "allowed") continue;
    const caller = callerText(request);
    const reason = JSON.stringify([caller, answered]);
    const same = refused.get(reason) ?? { caller, refusal: answered, actions: [] };
    refused.set(reason, { ...same, actions: [...new Set([...same.actions, request.action])] });
  }
  return [...refused.values()];
}

function callerText(request: PolicyRequest): string {
  if ("service" in request) return request.service;
  return "account" in request ? `account ${request.account}` : "the role";
}
