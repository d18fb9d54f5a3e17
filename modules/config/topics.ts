import { SEVERITIES, type Severity } from "../controls";
import { defaultTopicName } from "../names";
import { type Found, type Layer, nearest } from "./layers";
import type { Subscription, TopicSetting } from "./schema";

/** A topic that a target's alerts go to, and who hears of them. */
export interface TopicChoice {
  /** The alerts it is for; without it, all that have no topic of their own. */
  readonly severity?: Severity;
  readonly topic: Found<TopicSetting>;
  readonly subscriptions?: Found<readonly Subscription[]>;
}

/** The topics of a target: the common one first, then one for each severity that has a route. */
export function chosenTopics(layers: readonly Layer[]): TopicChoice[] {
  const topic = nearest(layers, "topic") ?? { value: {}, path: [] };
  const subscriptions = nearest(layers, "subscriptions");
  const routes = nearest(layers, "routes");
  return [
    { topic, subscriptions },
    ...SEVERITIES.flatMap((severity): TopicChoice[] => {
      const route = routes?.value[severity];
      if (!route || !routes) return [];
      const path = [...routes.path, severity];
      return [
        {
          severity,
          topic: { value: route.topic ?? {}, path: [...path, "topic"] },
          subscriptions: route.subscriptions
            ? { value: route.subscriptions, path: [...path, "subscriptions"] }
            : subscriptions,
        },
      ];
    }),
  ];
}

/** The other account whose topic an account publishes to; an account that names itself as hub makes its own. */
export const hubOf = ({ topic: { value } }: TopicChoice, account: string): string | undefined =>
  "hub" in value && value.hub !== account ? value.hub : undefined;

/** The name of the topic that an account makes, or undefined where it uses another one. */
export function madeTopicName(choice: TopicChoice, account: string): string | undefined {
  const { value } = choice.topic;
  if ("arn" in value || hubOf(choice, account) !== undefined) return undefined;
  return ("name" in value && value.name) || defaultTopicName(choice.severity);
}
