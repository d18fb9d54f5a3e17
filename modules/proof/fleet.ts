import { eventBusArn } from "../aws";
import { parsePolicy } from "./policy";
import { type Resource, StackView } from "./stack";
import type { Body, SynthesizedStack } from "./synthesized";

/** A policy as a resource holds it; without statements it could not be read. */
export interface HeldPolicy {
  readonly resource: Resource;
  readonly statements?: ReturnType<typeof parsePolicy>;
}

/** A topic that a stack makes. */
export interface FoundTopic {
  readonly stack: StackView;
  readonly resource: Resource;
  readonly arn: string;
  readonly policy?: HeldPolicy;
}

/** An event bus that a stack makes. */
export interface FoundBus extends FoundTopic {
  /** Whether a rule listens to it. */
  readonly heard: boolean;
}

/** All stacks, with their topics by ARN, whichever stack names them. */
export interface FleetView {
  readonly stacks: readonly StackView[];
  readonly topics: ReadonlyMap<string, FoundTopic>;
  readonly buses: ReadonlyMap<string, FoundBus>;
  /** ARNs of the topics that something is subscribed to. */
  readonly heard: ReadonlySet<string>;
}

/** Reads every stack once. */
export function fleetView(synthesized: readonly SynthesizedStack[]): FleetView {
  const stacks = synthesized.map((stack) => new StackView(stack));
  return {
    stacks,
    topics: new Map(stacks.flatMap(topicsIn).map((topic) => [topic.arn, topic])),
    buses: new Map(stacks.flatMap(busesIn).map((bus) => [bus.arn, bus])),
    heard: new Set(stacks.flatMap(heardIn)),
  };
}

/** The policy that an argument of a resource holds. */
export const policyIn = (stack: StackView, resource: Resource): HeldPolicy => ({
  resource,
  statements: parsePolicy(stack.text(resource.body.policy) ?? ""),
});

function topicsIn(stack: StackView): FoundTopic[] {
  const policies = new Map(
    stack
      .resources("aws_sns_topic_policy")
      .map((resource) => [stack.text(resource.body.arn), policyIn(stack, resource)]),
  );
  return stack.resources("aws_sns_topic").map((resource) => {
    const arn = stack.text(`\${${resource.address}.arn}`) ?? "";
    return { stack, resource, arn, policy: policies.get(arn) };
  });
}

function busesIn(stack: StackView): FoundBus[] {
  const policies = new Map(
    stack
      .resources("aws_cloudwatch_event_bus_policy")
      .map((resource) => [stack.text(resource.body.event_bus_name), policyIn(stack, resource)]),
  );
  const listening = new Set(
    stack.resources("aws_cloudwatch_event_rule").map(({ body }) => stack.text(body.event_bus_name)),
  );
  return stack.resources("aws_cloudwatch_event_bus").map((resource) => {
    const name = stack.text(resource.body.name) ?? "";
    return {
      stack,
      resource,
      arn: eventBusArn(stack.at, name),
      policy: policies.get(name),
      heard: listening.has(name),
    };
  });
}

/** The arguments that name the topics a resource listens to. */
const LISTENERS: Readonly<Record<string, (body: Body) => unknown[]>> = {
  aws_sns_topic_subscription: ({ topic_arn }) => [topic_arn],
  aws_chatbot_slack_channel_configuration: ({ sns_topic_arns }) => [sns_topic_arns].flat(),
  aws_chatbot_teams_channel_configuration: ({ sns_topic_arns }) => [sns_topic_arns].flat(),
};

const heardIn = (stack: StackView): string[] =>
  Object.entries(LISTENERS).flatMap(([type, topicsOf]) =>
    stack.resources(type).flatMap(({ body }) => topicsOf(body).flatMap((topic) => stack.text(topic) ?? [])),
  );
