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

/** All stacks, with their topics by ARN, whichever stack names them. */
export interface FleetView {
  readonly stacks: readonly StackView[];
  readonly topics: ReadonlyMap<string, FoundTopic>;
  /** ARNs of the topics that something is subscribed to. */
  readonly heard: ReadonlySet<string>;
}

/** Reads every stack once. */
export function fleetView(synthesized: readonly SynthesizedStack[]): FleetView {
  const stacks = synthesized.map((stack) => new StackView(stack));
  return {
    stacks,
    topics: new Map(stacks.flatMap(topicsIn).map((topic) => [topic.arn, topic])),
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
