import { parseArn } from "../aws";
import type { Finding } from "./finding";
import { type FleetView, type FoundBus, type HeldPolicy, policyIn } from "./fleet";
import { policyFindings, senderOf } from "./policy-findings";
import { broken, open, type Publisher } from "./publisher";
import { assumeRequest, sendRequests } from "./requests";
import type { Resource } from "./stack";

/**
 * What is wrong on the way from a rule to the bus of a hub: the role that it takes, what the role may do, and whom the
 * bus lets in. The rules on the bus are walked like all others.
 */
export function relayFindings(fleet: FleetView, publisher: Publisher, arn: string, role: unknown): Finding[] {
  const { source, stack } = publisher;
  const { region = "" } = parseArn(arn) ?? {};
  if (region !== stack.at.region) {
    return [broken(source, "action", source, { kind: "other-region", region, needed: stack.at.region })];
  }
  const bus = fleet.buses.get(arn);
  if (!bus) return [broken(source, "bus", source, { kind: "not-made", arn })];
  return [...roleFindings(publisher, arn, role), ...busFindings(publisher, bus)];
}

function roleFindings(publisher: Publisher, bus: string, argument: unknown): Finding[] {
  const { source, stack } = publisher;
  const role = stack.value(argument);
  if (role.kind === "text" && role.text !== "") return [open(source, { kind: "execution-role", arn: role.text })];
  if (role.kind !== "attribute") {
    return [broken(source, "role", source, { kind: "dangling", expression: String(argument) })];
  }
  const { resource } = role;
  const trust = policyIn(stack, { ...resource, body: { policy: resource.body.assume_role_policy } });
  const [sending] = sendRequests(source.account, bus, stack.expected.sentAs);
  return [
    ...policyFindings(publisher, "role", stack.id, trust, [assumeRequest(senderOf(publisher))]),
    ...policyFindings(publisher, "role policy", stack.id, permissionsOf(publisher, resource), [sending]),
  ];
}

/** All that a role of the stack may do. */
function permissionsOf({ stack }: Publisher, role: Resource): HeldPolicy {
  const name = stack.text(role.body.name);
  const policies = stack.resources("aws_iam_role_policy").filter(({ body }) => stack.text(body.role) === name);
  return {
    resource: policies[0] ?? role,
    statements: policies.flatMap((policy) => policyIn(stack, policy).statements ?? []),
  };
}

function busFindings(publisher: Publisher, { stack, resource, arn, policy, heard }: FoundBus): Finding[] {
  const { source } = publisher;
  const at = { stack: stack.id, address: resource.address };
  const [, arriving] = sendRequests(source.account, arn, publisher.stack.expected.sentAs);
  return [
    ...(policy
      ? policyFindings(publisher, "bus policy", stack.id, policy, [arriving])
      : [broken(source, "bus", at, { kind: "no-policy" })]),
    ...(heard ? [] : [broken(source, "bus", at, { kind: "no-listener" })]),
  ];
}
