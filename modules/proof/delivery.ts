import { parseArn, SERVICE } from "../aws";
import type { Finding, Place } from "./finding";
import { type FleetView, type FoundTopic, policyIn } from "./fleet";
import { keyOf } from "./key";
import { policyFindings, senderOf } from "./policy-findings";
import { broken, type Destination, isBus, isTopic, open, type Publisher } from "./publisher";
import { relayFindings } from "./relay";
import { keyRequests, publishRequests } from "./requests";

/** What is wrong on the way from a publisher to one of its destinations, and in it. */
export function deliveryFindings(fleet: FleetView, publisher: Publisher, destination: Destination): Finding[] {
  const { to, role } = destination;
  const { source, stack } = publisher;
  if ("dangling" in to) return [broken(source, "action", source, { kind: "dangling", expression: to.dangling })];
  if (isBus(destination)) return relayFindings(fleet, publisher, to.arn, role);
  if (!isTopic(destination)) return [open(source, { kind: "other-action", arn: to.arn })];

  const { region = "", accountId } = parseArn(to.arn) ?? {};
  if (region !== stack.at.region) {
    return [broken(source, "action", source, { kind: "other-region", region, needed: stack.at.region })];
  }
  const topic = fleet.topics.get(to.arn);
  if (!topic) return [missingTopic(publisher, to.arn)];
  if (role !== undefined || (publisher.service === SERVICE.events && accountId !== stack.at.account)) {
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
  return policyFindings(publisher, "topic policy", stack.id, policy, publishRequests(senderOf(publisher), arn));
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
