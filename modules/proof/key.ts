import { isManagedByAws, parseArn } from "../aws";
import type { FoundTopic } from "./fleet";
import type { Resource, StackView } from "./stack";

/** What encrypts a topic. */
export type TopicKey =
  | { readonly kind: "none" }
  | { readonly kind: "made"; readonly resource: Resource }
  | { readonly kind: "outside"; readonly arn: string }
  | { readonly kind: "other-region"; readonly region: string }
  | { readonly kind: "aws-managed"; readonly id: string }
  | { readonly kind: "dangling"; readonly expression: string };

const MADE_KEY = /^aws_kms_key\./;
const ALIAS = /^aws_kms_alias\./;

/** The key of a topic. */
export function keyOf({ stack, resource }: FoundTopic): TopicKey {
  const argument = resource.body.kms_master_key_id;
  return argument === undefined ? { kind: "none" } : keyNamed(stack, argument);
}

function keyNamed(stack: StackView, argument: unknown): TopicKey {
  const value = stack.value(argument);
  switch (value.kind) {
    case "text":
      return keyWithId(stack, value.text);
    case "attribute":
      if (MADE_KEY.test(value.resource.address)) return { kind: "made", resource: value.resource };
      if (ALIAS.test(value.resource.address)) return keyNamed(stack, value.resource.body.target_key_id);
      return { kind: "dangling", expression: String(argument) };
    case "unknown":
      return { kind: "dangling", expression: String(argument) };
  }
}

/** A key by its ARN or alias. */
function keyWithId(stack: StackView, id: string): TopicKey {
  if (isManagedByAws(id)) return { kind: "aws-managed", id };
  const alias = stack.resources("aws_kms_alias").find(({ body }) => stack.text(body.name) === id);
  if (alias) return keyNamed(stack, alias.body.target_key_id);
  const region = parseArn(id)?.region;
  if (region !== undefined && region !== stack.at.region) return { kind: "other-region", region };
  return { kind: "outside", arn: id };
}
