import { parseArn } from "../aws";
import type { Finding, Link, Place } from "./finding";
import { type FleetView, type FoundTopic, type HeldPolicy, policyIn } from "./fleet";
import { keyOf } from "./key";
import type { ServiceRequest } from "./policy";
import { broken, type Destination, isTopic, open, type Publisher } from "./publisher";
import { keyRequests, publishRequest, refusals } from "./requests";

/** What is wrong on the way from a publisher to one of its destinations, and in it. */
export function deliveryFindings(fleet: FleetView, publisher: Publisher, { to, byRole }: Destination): Finding[] {
  const { source, stack } = publisher;
  if ("dangling" in to) return [broken(source, "action", source, { kind: "dangling", expression: to.dangling })];
  if (!isTopic({ to, byRole })) return [open(source, { kind: "other-action", arn: to.arn })];

  const { region = "", accountId } = parseArn(to.arn) ?? {};
  if (region !== stack.at.region) {
    return [broken(source, "action", source, { kind: "other-region", region, needed: stack.at.region })];
  }
  const topic = fleet.topics.get(to.arn);
  if (!topic) return [missingTopic(publisher, to.arn)];
  if (byRole || (publisher.service === "events.amazonaws.com" && accountId !== stack.at.account)) {
    return [open(source, { kind: "execution-role", arn: to.arn })];
  }
  return [...topicFindings(publisher, topic), ...keyFindings(publisher, topic)];
}

const missingTopic = ({ stack, source }: Publisher, arn: string): Finding =>
  stack.expected.topics.includes(arn)
    ? broken(source, "topic", source, { kind: "not-made", arn })
    : open(source, { kind: "existing-topic", arn });

function topicFindings(publisher: Publisher, { stack, resource, arn, policy }: FoundTopic): Finding[] {
  const at = { stack: stack.id, address: resource.address };
  if (!policy) return [broken(publisher.source, "topic policy", at, { kind: "no-policy" })];
  return policyFindings(publisher, "topic policy", stack.id, policy, [publishRequest(senderOf(publisher), arn)]);
}

function keyFindings(publisher: Publisher, topic: FoundTopic): Finding[] {
  const { source } = publisher;
  const { stack } = topic;
  const key = keyOf(topic);
  const at = (address: string): Place => ({ stack: stack.id, address });
  switch (key.kind) {
    case "none":
      return [];
    case "aws-managed":
      return [broken(source, "key", at(topic.resource.address), { kind: "aws-managed-key", key: key.id })];
    case "dangling":
      return [broken(source, "key", at(topic.resource.address), { kind: "dangling", expression: key.expression })];
    case "other-region": {
      const { region } = key;
      return [
        broken(source, "key", at(topic.resource.address), { kind: "other-region", region, needed: stack.at.region }),
      ];
    }
    case "outside":
      return [open(source, { kind: "existing-key", arn: key.arn })];
    case "made": {
      const { address, body } = key.resource;
      if (body.is_enabled === false) return [broken(source, "key", at(address), { kind: "disabled-key" })];
      if (body.policy === undefined) return [broken(source, "key policy", at(address), { kind: "no-policy" })];
      return policyFindings(
        publisher,
        "key policy",
        stack.id,
        policyIn(stack, key.resource),
        keyRequests(senderOf(publisher)),
      );
    }
  }
}

const senderOf = ({ source, service, arn }: Publisher) => ({ service, account: source.account, arn });

function policyFindings(
  { source, service }: Publisher,
  link: Link,
  stack: string,
  { resource, statements }: HeldPolicy,
  requests: readonly ServiceRequest[],
): Finding[] {
  const at = { stack, address: resource.address };
  if (!statements) return [broken(source, link, at, { kind: "unreadable-policy" })];
  return refusals(statements, requests).map((refused) =>
    broken(source, link, at, { kind: "refused", service, ...refused }),
  );
}
