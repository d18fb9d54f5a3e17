import type { TargetSubscription, TargetTopic } from "../../../fleet";
import type { SeenSubscription, SeenTopic } from "../seen";
import { foreignOwner } from "./foreign";
import { type Link, type Look, onAnswer, type Ruling } from "./link";

/** The people: whoever hears of an alert. */
export const subscriptions: Link = {
  name: "Subscriptions",
  steps: {
    "topic-heard": {
      title: "Somebody hears of it",
      expected: "At least one confirmed subscription on the topic.",
      remedy: "Confirm a subscription, or add `subscriptions` to the config.",
      source: "CIS 4.7 audit, confirmed subscription; CloudWatch.7, Steampipe",
      otherwise: "fail",
    },
    "subscription-confirmed": {
      title: "The endpoint of the config is subscribed and has confirmed",
      expected: "A confirmed subscription of the endpoint.",
      remedy:
        "Click the link of the mail that AWS sent; after three days it is void, then deploy the stack again to get another.",
      otherwise: "fail",
    },
  },
  judge: (look) => look.target.topics.flatMap((topic) => judgeTopic(look, topic)),
};

function judgeTopic({ target, seen }: Look, topic: TargetTopic): readonly Ruling[] {
  const found = seen.topics.get(topic.address);
  if (!found || (found.attributes.ok && !found.attributes.value)) return [];
  if (foreignOwner(target, topic.arn, found.attributes)) return [];
  return onAnswer(found.subscriptions, { id: "topic-heard", resource: topic.arn }, (listed, at) => [
    heardRuling(listed, { at, resource: topic.arn }),
    ...topic.subscriptions.map((wanted) => confirmedRuling(wanted, listed, found, { at, resource: topic.arn })),
  ]);
}

interface About {
  readonly at: string;
  readonly resource: string;
}

function heardRuling(listed: readonly SeenSubscription[], about: About): Ruling {
  const confirmed = listed.filter((one) => one.confirmed);
  const others = confirmed.filter(({ address }) => address === undefined).length;
  const evidence = `${confirmed.length} confirmed, ${listed.length - confirmed.length} not${others > 0 ? `; ${others} that the config does not list` : ""}.`;
  return { ...about, id: "topic-heard", holds: confirmed.length > 0, evidence };
}

function confirmedRuling(
  { address, protocol, endpoint }: TargetSubscription,
  listed: readonly SeenSubscription[],
  { unset }: SeenTopic,
  about: About,
): Ruling {
  const id = "subscription-confirmed";
  const name = typeof endpoint === "string" ? endpoint : `the endpoint of ${endpoint.fromEnv}`;
  const variable = typeof endpoint === "string" ? undefined : unset.find((one) => one === `TF_VAR_${endpoint.fromEnv}`);
  const ruling = { id, at: about.at, resource: `${about.resource} ${protocol} ${name}` };
  if (variable) return { ...ruling, fault: unknownEndpoint(variable) };
  const own = listed.filter((one) => one.address === address);
  const holds = own.some(({ confirmed }) => confirmed);
  const state = holds
    ? "is subscribed and confirmed"
    : own.length > 0
      ? "waits for its confirmation"
      : "is not subscribed";
  return {
    ...ruling,
    holds,
    evidence: `${protocol} ${name} ${state}.`,
    ...(own.length > 0 ? {} : { remedy: "Deploy the stack again, then confirm the subscription." }),
  };
}

const unknownEndpoint = (variable: string) =>
  ({
    kind: "failed",
    message: `${variable} is not set, so that its endpoint cannot be recognised among the subscriptions.`,
    remedy: "Set it in the environment, as for Terraform.",
  }) as const;
